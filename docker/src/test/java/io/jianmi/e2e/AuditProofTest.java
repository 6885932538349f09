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
import java.util.List;
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

    /** The first entry, one in the middle and the last; who did it, what, when, and every other place of the text. */
    @Test
    void oneChangedByteAnywhereNamesTheEntry(@TempDir Path folder) throws IOException {
        try (Sql sql = Sql.open(Installation.site(server), "jianmi")) {
            long last = sql.number("select max(size) - 1 from t_demo.audit_checkpoint");
            for (long leaf : List.of(0L, last / 2, last)) {
                String original = sql.texts("select canonical from t_demo.audit_entry where leaf = ?", leaf)
                        .get(0);
                for (int place : List.of(2, original.length() / 3, original.length() / 2, original.length() - 2)) {
                    write(sql, leaf, changed(original, place));
                    try {
                        assertThat(verified(folder, VerifyCommand.UNSOUND))
                                .as("byte " + place + " of entry " + leaf)
                                .startsWith("FAILED: Entry " + leaf + ":");
                    } finally {
                        write(sql, leaf, original);
                    }
                }
            }
        }
        assertThat(verified(folder, VerifyCommand.SOUND)).startsWith("OK: ");
    }

    /** What stands beside the text is checked against it too: who acted, whether he might, and the leaf's hash. */
    @Test
    void aChangedColumnBesideTheTextIsNamedOrChangesNothingOfTheProof(@TempDir Path folder) throws IOException {
        try (Sql sql = Sql.open(Installation.site(server), "jianmi")) {
            String hash = sql.texts(
                            "select encode(leaf_hash, 'hex') from t_demo.audit_entry where leaf = ?", (long) ENTRY)
                    .get(0);
            String other = (hash.charAt(0) == '0' ? "1" : "0") + hash.substring(1);
            setHash(sql, other);
            try {
                // The verifier computes hashes itself: a wrong one beside the text deceives nobody.
                String said = verified(folder);
                assertThat(said.startsWith("OK: ") || said.startsWith("FAILED: Entry " + ENTRY + ":"))
                        .as(said)
                        .isTrue();
            } finally {
                setHash(sql, hash);
            }
        }
    }

    private static void setHash(Sql sql, String hex) {
        sql.run("update t_demo.audit_entry set leaf_hash = decode(?, 'hex') where leaf = ?", hex, (long) ENTRY);
    }

    /** Another letter or digit in the place, or in the next that has one, so that JSON stays JSON. */
    private static String changed(String text, int place) {
        int at = place;
        while (!Character.isLetterOrDigit(text.charAt(at))) {
            at--;
        }
        char there = text.charAt(at);
        char other = Character.isDigit(there) ? (there == '0' ? '1' : '0') : there == 'a' ? 'b' : 'a';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static void write(Sql sql, long leaf, String canonical) {
        assertThat(sql.run("update t_demo.audit_entry set canonical = ? where leaf = ?", canonical, leaf))
                .isEqualTo(1);
    }

    /** What the verifier says of a fresh export. */
    private String verified(Path folder, int code) throws IOException {
        Said said = verify(folder);
        assertThat(said.code()).as(said.text()).isEqualTo(code);
        return said.text();
    }

    private String verified(Path folder) throws IOException {
        return verify(folder).text();
    }

    private record Said(int code, String text) {}

    private Said verify(Path folder) throws IOException {
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
        return new Said(found, said.toString(StandardCharsets.UTF_8));
    }
}
