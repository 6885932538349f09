package io.jianmi.form.record;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.impl.DSL;

/** Renders jOOQ queries for the reactive client: quoted names, {@code $n} parameters, values always bound. */
final class Sql {

    static {
        // The library greets on the log otherwise.
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    static final DSLContext DSL_CONTEXT = DSL.using(
            SQLDialect.POSTGRES,
            new Settings()
                    .withRenderQuotedNames(RenderQuotedNames.ALWAYS)
                    .withParamType(ParamType.NAMED)
                    .withStatementType(StatementType.PREPARED_STATEMENT)
                    .withRenderNamedParamPrefix("$")
                    .withRenderFormatted(false));

    private Sql() {}

    /** Text and parameters of one statement. */
    record Statement(String text, Tuple parameters) {}

    static Statement render(Query query) {
        List<Object> values = new ArrayList<>(query.getBindValues());
        return new Statement(DSL_CONTEXT.renderNamedParams(query), Tuple.tuple(values));
    }
}
