package io.jianmi.form.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.form.field.ColumnType;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentRowsTest {

    private static final UUID ID = new UUID(1, 2);

    @Test
    void columnsBecomeArraysAndTextIsReadByItsType() {
        SentRows sent = new SentRows()
                .column("id", ColumnType.UUID)
                .column("amount", ColumnType.numeric(30, 2))
                .column("name_enc", ColumnType.BYTEA)
                .column("level", ColumnType.TEXT);

        assertThat(sent.from())
                .isEqualTo("(select \"id\", \"amount\"::numeric(30,2) as \"amount\", \"name_enc\", \"level\""
                        + " from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[])"
                        + " as sent(\"id\", \"amount\", \"name_enc\", \"level\"))");

        Tuple parameters = sent.parameters(
                List.of(new Object[] {ID, "1.50", Buffer.buffer("x"), null}, new Object[] {ID, null, null, "金牌"}));
        assertThat(parameters.size()).isEqualTo(4);
        assertThat((UUID[]) parameters.getValue(0)).containsExactly(ID, ID);
        assertThat((String[]) parameters.getValue(1)).containsExactly("1.50", null);
        assertThat((Buffer[]) parameters.getValue(2)).containsExactly(Buffer.buffer("x"), null);
        assertThat((String[]) parameters.getValue(3)).containsExactly(null, "金牌");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            TEXT        | "a \\"b\\""              | a "b"
            NUMERIC     | "12.50"                  | 12.50
            INTEGER     | 7                        | 7
            BOOLEAN     | true                     | true
            DATE        | "2026-01-31"             | 2026-01-31
            TIMESTAMPTZ | "2026-01-31T08:00:00Z"   | 2026-01-31T08:00:00Z
            TIME        | "08:30"                  | 08:30
            DURATION    | "PT1H30M"                | 5400
            TEXT_ARRAY  | ["a","b \\"\\\\, }",""]  | {"a","b \\"\\\\, }",""}
            TEXT_ARRAY  | []                       | {}
            JSONB       | {"detail":"中山路 \\"1\\""} | {"detail":"中山路 \\"1\\""}
            """)
    void aStoredValueIsWrittenAsPostgresReadsIt(ColumnType.Kind kind, String json, String expected) {
        JsonNode value = Json.parse(json);

        assertThat(new ColumnType(kind, 0, -1).toText(value)).isEqualTo(expected);
        assertThat(new ColumnType(kind, 0, -1).toText(Json.NODES.nullNode())).isNull();
    }
}
