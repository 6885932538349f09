package io.jianmi.form.erasure;

import io.jianmi.core.identity.MemberId;
import java.time.LocalDate;

/**
 * Why somebody may not be erased for now.
 *
 * @param owner who answers for it
 * @param reviewOn when it is looked at again
 */
public record HoldTerms(String reason, MemberId owner, LocalDate reviewOn) {

    /** Never prints the reason. */
    @Override
    public String toString() {
        return "HoldTerms[" + owner + " " + reviewOn + "]";
    }
}
