package io.jianmi.form.rights;

import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** The tenant's terms for those who report on them. */
@Singleton
public final class LawTerms {

    private final RequestTerms terms;

    LawTerms(RequestTerms terms) {
        this.terms = terms;
    }

    /** Days in which requests under the law are answered; 0 where they are counted in months. */
    public Uni<Long> days(TenantKey tenant, String law) {
        return terms.of(tenant)
                .map(all -> all.stream()
                        .filter(term ->
                                term.law().key().equals(law) && term.answerIn().toTotalMonths() == 0)
                        .map(term -> LocalDate.EPOCH.plus(term.answerIn()).toEpochDay())
                        .findFirst()
                        .orElse(0L));
    }
}
