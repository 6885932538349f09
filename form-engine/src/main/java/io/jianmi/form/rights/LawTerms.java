package io.jianmi.form.rights;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The tenant's terms for those who report on them. */
@Singleton
public final class LawTerms {

    /** It and the month after have 31 days. */
    private static final LocalDate LONG_MONTHS = LocalDate.of(1970, 7, 1);

    private final RequestTerms terms;

    LawTerms(RequestTerms terms) {
        this.terms = terms;
    }

    /** In how many days requests under the law are answered at most; a term of months is as long as its longest months. */
    public Uni<Long> days(TenantKey tenant, String law) {
        return terms.of(tenant)
                .map(all -> all.stream()
                        .filter(term -> term.law().key().equals(law))
                        .map(term -> LONG_MONTHS.until(LONG_MONTHS.plus(term.answerIn()), ChronoUnit.DAYS))
                        .findFirst()
                        .orElse(0L));
    }
}
