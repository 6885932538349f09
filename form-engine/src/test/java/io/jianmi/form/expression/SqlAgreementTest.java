package io.jianmi.form.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every condition of the corpus that has SQL, and its negation, chooses the same rows in memory and in PostgreSQL. */
@Tag("slow")
class SqlAgreementTest {

    private static final Expressions EXPRESSIONS = Corpus.expressions();
    private static final Table<Record> ROWS = table(name("record"));
    private static final Field<Integer> ID = field(name("id"), SQLDataType.INTEGER);
    private static final Map<String, Field<?>> COLUMNS = columns();
    private static final List<Map<String, Object>> RECORDS = records();

    private static final Map<String, Object> NOBODY = nobody();
    private static final Map<String, Object> SOMEBODY = Map.of(
            "id",
            "u1",
            "name",
            "李雷",
            "department",
            "d1",
            "departments",
            List.of("d1", "d2"),
            "headOf",
            List.of("d1", "d9"),
            "roles",
            List.of("sales"));

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static DSLContext sql;

    private static Map<String, Field<?>> columns() {
        Map<String, Field<?>> columns = new LinkedHashMap<>();
        for (String key : List.of("amount", "quantity", "price", "creditLimit")) {
            columns.put(key, column(key, SQLDataType.NUMERIC(38, 6)));
        }
        for (String key : List.of("name", "level", "source", "owner", "department")) {
            columns.put(key, column(key, SQLDataType.CLOB));
        }
        columns.put("active", column("active", SQLDataType.BOOLEAN));
        columns.put("birthday", column("birthday", SQLDataType.LOCALDATE));
        columns.put("createdAt", column("createdAt", SQLDataType.TIMESTAMPWITHTIMEZONE));
        columns.put("tags", column("tags", SQLDataType.CLOB.array()));
        return columns;
    }

    private static <T> Field<T> column(String key, DataType<T> type) {
        return field(name(key), type);
    }

    /** The variables of all cases, so that each condition meets the rows of all others. */
    private static List<Map<String, Object>> records() {
        List<Map<String, Object>> records = new ArrayList<>();
        for (JsonNode variables : new java.util.LinkedHashSet<>(
                Corpus.cases().stream().map(Corpus.Case::variables).toList())) {
            records.add(Corpus.variables(Corpus.NAMES, variables));
        }
        return records;
    }

    @SuppressWarnings("NullAway") // an actor without a department
    private static Map<String, Object> nobody() {
        Map<String, Object> user = new HashMap<>();
        user.put("id", "u2");
        user.put("department", null);
        user.put("headOf", null);
        user.put("departments", List.of());
        user.put("roles", List.of());
        return user;
    }

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        sql = DSL.using(postgres.getPostgresDatabase().getConnection(), SQLDialect.POSTGRES);
        sql.createTable(ROWS).column(ID).columns(COLUMNS.values()).execute();
        for (int i = 0; i < RECORDS.size(); i++) {
            sql.insertInto(ROWS).set(ID, i).set(row(RECORDS.get(i))).execute();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static Map<Field<?>, @Nullable Object> row(Map<String, Object> record) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        COLUMNS.forEach((key, column) -> {
            Object value = record.get(key);
            row.put(column, value instanceof List<?> list ? list.toArray(String[]::new) : value);
        });
        return row;
    }

    static Stream<String> conditions() {
        return Corpus.cases().stream()
                .map(Corpus.Case::expression)
                .distinct()
                .filter(text -> Corpus.compile(EXPRESSIONS, text).type().equals(Type.BOOLEAN))
                .flatMap(text -> Stream.of(text, "not(" + text + ")", "not(not(" + text + ")) or amount = 1"))
                .filter(text -> sqlOf(text, SOMEBODY).condition().isPresent());
    }

    private static SqlCondition sqlOf(String text, Map<String, Object> user) {
        return Corpus.compile(EXPRESSIONS, text).toSql(key -> Optional.ofNullable(COLUMNS.get(key)), user);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void choosesTheSameRows(String text) {
        CompiledExpression expression = Corpus.compile(EXPRESSIONS, text);
        for (Map<String, Object> user : List.of(SOMEBODY, NOBODY)) {
            Set<Integer> expected = new TreeSet<>();
            for (int i = 0; i < RECORDS.size(); i++) {
                Map<String, Object> variables = new HashMap<>(RECORDS.get(i));
                variables.put(Names.USER, user);
                if (expression.admits(variables)) {
                    expected.add(i);
                }
            }
            Condition condition = sqlOf(text, user).condition().orElseThrow();
            Set<Integer> chosen =
                    new TreeSet<>(sql.select(ID).from(ROWS).where(condition).fetchSet(ID));
            assertThat(chosen)
                    .as("%s: %s", Objects.requireNonNull(user.get("id")), condition)
                    .isEqualTo(expected);
        }
    }

    @Test
    void mostConditionsOfTheCorpusHaveSql() {
        assertThat(conditions().count()).isGreaterThan(150);
    }
}
