package io.jianmi.form.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlWriterTest {

    private static final UUID ME = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private static final Map<String, Object> USER =
            Map.of("id", ME.toString(), "headOf", List.of("d1", "d9"), "roles", List.of("sales"));

    private static final Map<String, Field<?>> COLUMNS = Map.of(
            "owner", field(name("owner"), SQLDataType.UUID),
            "department", field(name("department"), SQLDataType.CLOB),
            "source", field(name("source"), SQLDataType.CLOB),
            "level", field(name("level"), SQLDataType.CLOB),
            "amount", field(name("amount"), SQLDataType.NUMERIC(18, 2)),
            "creditLimit", field(name("creditLimit"), SQLDataType.NUMERIC(18, 2)),
            "tags", field(name("tags"), SQLDataType.CLOB.array()),
            "active", field(name("active"), SQLDataType.BOOLEAN));

    private final Expressions expressions = Corpus.expressions();
    private final DSLContext sql = DSL.using(SQLDialect.POSTGRES);

    private SqlCondition condition(String text) {
        return Corpus.compile(expressions, text).toSql(key -> Optional.ofNullable(COLUMNS.get(key)), USER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            owner = user.id                              | "owner" = cast(? as uuid)
            list contains(user.headOf, department)       | "department" = any (cast(? as text[]))
            source in ["官网", "展会"]                     | "source" = any (cast(? as text[]))
            level = "金牌" and amount >= 0                | ("level" = ? and "amount" >= ?)
            level = "A" or creditLimit > 0               | ("level" = ? or "creditLimit" > ?)
            creditLimit = null or creditLimit >= 0       | ("creditLimit" is null or "creditLimit" >= ?)
            100000 <= creditLimit                        | "creditLimit" >= ?
            level != "A"                                 | not ("level" is not distinct from ?)
            "vip" in tags                                | ? = any ("tags")
            """)
    void writesWhatIndexesServeAndBindsEveryValue(String text, String expected) {
        assertThat(sql.render(condition(text).condition().orElseThrow())).isEqualTo(expected);
    }

    @Test
    void bindsTheActorAsTheColumnsType() {
        assertThat(sql.extractBindValues(
                        condition("owner = user.id").condition().orElseThrow()))
                .containsExactly(ME);
    }

    @Test
    void decidesBeforehandWhatReadsNoColumn() {
        assertThat(sql.render(condition("\"sales\" in user.roles and active")
                        .condition()
                        .orElseThrow()))
                .isEqualTo("(true and \"active\")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            amount / 2 > 1
            level > "A"
            count(deals) > 0
            string length(level) = 1
            if active then amount > 1 else amount > 2
            level + "x" = source
            birthday > today()
            matches(level, "A")
            """)
    void findsWhatHasNoSql(String text) {
        assertThat(condition(text).findings())
                .isNotEmpty()
                .extracting(Finding::code)
                .containsOnly("expression.not-sql");
        assertThat(condition(text).condition()).isEmpty();
    }
}
