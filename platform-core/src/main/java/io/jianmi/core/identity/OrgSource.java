package io.jianmi.core.identity;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where people are kept and looked after; the {@link OrgDirectory} is a copy of it. */
public interface OrgSource {

    /**
     * Its pages for people.
     *
     * @param console where administrators look after members, departments and roles
     * @param account everybody's own account
     * @param signingIn there: password and second factor
     * @param devices there: where he is signed in
     */
    record Pages(URI console, URI account, URI signingIn, URI devices) {}

    Pages pages();

    /** When the copy was last compared with it; empty before that happened on this node. */
    Optional<Instant> readAt();

    /** Whether it has answered lately. */
    boolean answers();

    /** Reads everything now. Blocks; {@code system.unavailable} when it does not answer. */
    void read();

    /** Whether he has set up an authenticator; empty when it does not say. Blocks. */
    Optional<Boolean> secondFactor(MemberId member);

    /**
     * Ends the sign-in there to which this refresh token belongs, so that its browser is asked for a password again.
     *
     * @return whether that is so now; false when it did not answer
     */
    Uni<Boolean> signOut(String refreshToken);

    /** What became of renewing a sign-in. */
    sealed interface Renewal {

        /** New tokens, of which the old refresh token need not be good any more. */
        record Tokens(String id, String access, String refresh) implements Renewal {}

        /** It has ended there. */
        record Over() implements Renewal {}

        /** It did not answer; whether the sign-in stands is not known. */
        record NoAnswer() implements Renewal {}
    }

    /** Renews the sign-in there to which this refresh token belongs. */
    Uni<Renewal> renew(String refreshToken);
}
