package io.jianmi.e2e;

import static io.jianmi.e2e.WithServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Sql;
import io.jianmi.core.audit.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An exported audit log proves itself without the server, until somebody touches the database. */
@Tag("slow")
@ExtendWith(WithServer.class)
class AuditProofTest {

    private static final String EXPORTS = DemoCrm.TENANT + "/audit/exports";
    private static final int ENTRY = 3;

    private final RunningServer server;

    AuditProofTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void theExportedLogIsSound(@TempDir Path folder) throws IOException {
        assertThat(verified(folder, VerifyCommand.SOUND)).startsWith("OK: ");
    }

    @Test
    void oneChangedByteOfAnEntryIsNamed(@TempDir Path folder) throws IOException {
        try (Sql sql = Sql.open(Installation.site(server), "jianmi")) {
            String original = sql.texts("select canonical from t_demo.audit_entry where leaf = ?", ENTRY)
                    .get(0);
            int last = original.length() - 2;
            char changed = original.charAt(last) == '0' ? '1' : '0';
            write(sql, original.substring(0, last) + changed + original.substring(last + 1));
            try {
                assertThat(verified(folder, VerifyCommand.UNSOUND)).startsWith("FAILED: Entry " + ENTRY + ":");
            } finally {
                write(sql, original);
            }
        }
        assertThat(verified(folder, VerifyCommand.SOUND)).startsWith("OK: ");
    }

    private static void write(Sql sql, String canonical) {
        assertThat(sql.run("update t_demo.audit_entry set canonical = ? where leaf = ?", canonical, ENTRY))
                .isEqualTo(1);
    }

    /** What the verifier says of a fresh export. */
    private String verified(Path folder, int code) throws IOException {
        String id = as("audra").post(EXPORTS).then().statusCode(201).extract().path("id");
        Path file = folder.resolve(id + ".jsonl");
        Files.write(
                file,
                as("audra")
                        .get(EXPORTS + "/" + id + "/file")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int found = VerifyCommand.run(file, new PrintStream(said, true, StandardCharsets.UTF_8));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(found).as(text).isEqualTo(code);
        return text;
    }
}
