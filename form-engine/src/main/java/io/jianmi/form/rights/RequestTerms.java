package io.jianmi.form.rights;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;

/** The terms of a tenant, one row a law. */
@Singleton
final class RequestTerms {

    private final Pool pool;

    RequestTerms(Pool pool) {
        this.pool = pool;
    }

    Uni<List<RequestTerm>> of(TenantKey tenant) {
        return of(tenant, pool);
    }

    static Uni<List<RequestTerm>> of(TenantKey tenant, SqlClient client) {
        return client.preparedQuery(
                        "select law, answer_in, extension, warn_before, usual from \"%s\".request_term order by place"
                                .formatted(tenant.schema()))
                .execute()
                .map(rows -> rows.stream()
                        .flatMap(row -> Law.of(row.getString("law")).stream()
                                .map(law -> new RequestTerm(
                                        law,
                                        Period.parse(row.getString("answer_in")),
                                        Period.parse(row.getString("extension")),
                                        Period.parse(row.getString("warn_before")),
                                        row.getBoolean("usual"))))
                        .toList());
    }

    static Write replace(TenantKey tenant, List<RequestTerm> terms) {
        return Write.any(
                """
                update "%s".request_term t set answer_in = n.answer_in, extension = n.extension,
                warn_before = n.warn_before, usual = n.usual
                from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
                    as n(law, answer_in, extension, warn_before, usual)
                where n.law = t.law
                """.formatted(tenant.schema()),
                Tuple.tuple()
                        .addArrayOfString(
                                terms.stream().map(term -> term.law().key()).toArray(String[]::new))
                        .addArrayOfString(terms.stream()
                                .map(term -> term.answerIn().toString())
                                .toArray(String[]::new))
                        .addArrayOfString(terms.stream()
                                .map(term -> term.extension().toString())
                                .toArray(String[]::new))
                        .addArrayOfString(terms.stream()
                                .map(term -> term.warnBefore().toString())
                                .toArray(String[]::new))
                        .addArrayOfBoolean(
                                terms.stream().map(RequestTerm::usual).toArray(Boolean[]::new)));
    }
}
