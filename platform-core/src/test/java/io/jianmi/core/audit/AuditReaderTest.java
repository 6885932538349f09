package io.jianmi.core.audit;

import static io.jianmi.core.audit.AuditFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.tree.ConsistencyProof;
import io.jianmi.core.audit.tree.InclusionProof;
import io.jianmi.core.idempotency.RequestMarks;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class AuditReaderTest {

    private final AuditFixture fixture = new AuditFixture();
    private final AuditReader reader = new AuditReader(fixture.pool, fixture.signer, fixture.keys);
    private final AuditExports exports = new AuditExports(
            fixture.pool,
            fixture.tenantWriter,
            reader,
            new RequestMarks((tenant, use, content) -> Uni.createFrom().item(content)),
            fixture.ids,
            fixture.clock);

    @TempDir
    Path directory = Path.of("");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void entriesAreFilteredAndPagedNewestFirst() {
        fixture.append(5);
        fixture.append(List.of(
                AuditDraft.of("record.update", "record/company/7"),
                AuditDraft.of("record.create", "record/company/8").denied()));
        fixture.settle();
        List<LoggedEntry> all = await(reader.entries(fixture.tenant, EntryFilter.ALL, Long.MAX_VALUE, 100));
        assertThat(all.stream().map(LoggedEntry::leaf)).containsExactly(6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(await(reader.entries(fixture.tenant, EntryFilter.ALL, 5, 2)).stream()
                        .map(LoggedEntry::leaf))
                .containsExactly(4L, 3L);
        assertThat(targets(new EntryFilter(
                        Optional.of("u-1"),
                        Optional.of("record.create"),
                        Optional.of("record/company/*"),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly("record/company/8");
        assertThat(targets(filter("record.*", null, null))).hasSize(7);
        assertThat(targets(filter("record.update", null, null))).containsExactly("record/company/7");
        OffsetDateTime last = all.get(0).at();
        assertThat(targets(filter("record.*", null, last.minusSeconds(60)))).isEmpty();
        assertThat(targets(filter("record.*", last.minusSeconds(60), last.plusSeconds(1))))
                .hasSize(7);
    }

    @Test
    void proofsVerifyAgainstTheSignedTreeHeads() {
        fixture.append(300);
        fixture.settle();
        SignedTreeHead older = await(reader.head(fixture.tenant));
        fixture.append(301);
        fixture.settle();
        SignedTreeHead newer = await(reader.head(fixture.tenant));
        LoggedEntry entry = await(reader.entry(fixture.tenant, 299)).orElseThrow();

        InclusionProof inclusion = await(reader.inclusion(fixture.tenant, 299, 601));
        ConsistencyProof consistency = await(reader.consistency(fixture.tenant, 300, 601));

        assertThat(inclusion.verifies(entry.leafHash(), newer.head().root())).isTrue();
        assertThat(consistency.verifies(older.head().root(), newer.head().root()))
                .isTrue();
        assertThatThrownBy(() -> await(reader.inclusion(fixture.tenant, 299, 602)))
                .isInstanceOf(ProblemException.class)
                .hasMessage("audit.no-such-proof");
        assertThatThrownBy(() -> await(reader.consistency(fixture.tenant, 0, 601)))
                .hasMessage("audit.no-such-proof");
    }

    @Test
    void anUntouchedLogPassesTheOfflineVerifier() throws IOException {
        grow();
        Path file = export();
        assertThat(verify(file)).startsWith("OK: 1111 entries verified");
        assertThat(Files.readString(file))
                .contains("\"reason\":\"called back\"")
                .doesNotContain("secret value");
        assertThat(VerifyCommand.run(file, Optional.of(fixture.verifierKey().toString()), System.out))
                .isZero();
        assertThat(VerifyCommand.run(
                        file, Optional.of("other+" + fixture.verifierKey().toString()), System.out))
                .isNotZero();
    }

    @Test
    void oneEditedByteIsFoundAndItsEntryNamed() throws IOException {
        grow();
        fixture.rows(
                "update \"{t}\".audit_entry set canonical = replace(canonical, 'allow', 'allov') where leaf = 777");
        assertThat(verify(export())).startsWith("FAILED: Entry 777: its text is not what was hashed.");
    }

    @Test
    void anEditWithAFittingHashIsFoundByTheNextTreeHead() throws IOException {
        fixture.append(10);
        fixture.settle();
        fixture.append(1);
        fixture.settle();
        fixture.append(4);
        fixture.settle();
        String forged = "set canonical = replace(canonical, 'allow', 'allov'),"
                + " leaf_hash = sha256('\\x00'::bytea || convert_to(replace(canonical, 'allow', 'allov'), 'UTF8'))";
        fixture.rows("update \"{t}\".audit_entry " + forged + " where leaf = 12");
        assertThat(verify(export())).startsWith("FAILED: Entries 11 to 14:");
        fixture.rows("update \"{t}\".audit_entry " + forged + " where leaf = 10");
        assertThat(verify(export())).startsWith("FAILED: Entry 10: it is not what was signed.");
    }

    @Test
    void aDeletedOrExchangedEntryIsFound() throws IOException {
        fixture.append(10);
        fixture.settle();
        fixture.rows("delete from \"{t}\".audit_entry where leaf = 9");
        assertThat(verify(export())).startsWith("FAILED: Entry 9:");
        fixture.rows("delete from \"{t}\".audit_entry where leaf = 3");
        assertThat(verify(export())).startsWith("FAILED: Entry 3: it carries another number.");
    }

    @Test
    void anExchangedPayloadIsFound() throws IOException {
        ObjectNode payload = Json.NODES.objectNode().put("reason", "called back");
        fixture.append(
                List.of(AuditDraft.of("record.reveal", "record/customer/1").with(payload, Optional.empty())));
        fixture.settle();
        Path file = export();
        Files.writeString(file, Files.readString(file).replace("called back", "called away"));
        assertThat(verify(file)).startsWith("FAILED: Entry 0: its payload is not the one committed to.");
    }

    @Test
    void anErasedPersonLeavesAValidLogAndNothingReadable() throws IOException {
        UUID person = await(fixture.keys.newSubject(fixture.tenant));
        ObjectNode payload = Json.NODES.objectNode().put("reason", "called back");
        fixture.append(
                List.of(AuditDraft.of("record.reveal", "record/customer/1").with(payload, Optional.of(person))));
        fixture.settle();
        fixture.keys.alive.remove(person);
        await(new AuditForgetting(fixture.pool).forget(fixture.tenant, person));
        LoggedEntry entry = await(reader.entry(fixture.tenant, 0)).orElseThrow();
        assertThat(entry.salt()).isNull();
        assertThat(entry.payload()).isNull();
        assertThat(await(reader.payloads(fixture.tenant, List.of(entry)))).isEmpty();
        assertThat(verify(export())).startsWith("OK: 1 entries");
    }

    @Test
    void evidenceOfSomeEntriesStandsAlone() throws IOException {
        List<UUID> ids = fixture.append(400);
        fixture.settle();
        AuditEvidence evidence = new AuditEvidence(reader);
        ObjectNode bundle = await(evidence.of(fixture.tenant, List.of(ids.get(3), ids.get(301))));
        Path file = directory.resolve("certificate.json");
        Files.writeString(file, Json.write(bundle));
        assertThat(verify(file)).startsWith("OK: 2 entries are in the tree of size 400");
        Files.writeString(file, Files.readString(file).replaceFirst("\"proof\":\\[\"..", "\"proof\":[\"00"));
        assertThat(verify(file)).startsWith("FAILED: Entry ");
    }

    private void grow() {
        ObjectNode shown = Json.NODES.objectNode().put("reason", "called back");
        ObjectNode withheld = Json.NODES.objectNode().put("reason", "x").put("old", "secret value");
        fixture.append(List.of(
                AuditDraft.of("record.reveal", "record/customer/1").with(shown, Optional.empty()),
                AuditDraft.of("record.update", "record/customer/1").with(withheld, Optional.empty())));
        fixture.append(609);
        fixture.settle();
        fixture.append(500);
        fixture.settle();
    }

    private Path export() throws IOException {
        AuditExports.Export export = await(exports.create(fixture.actor, Optional.empty()));
        assertThat(await(exports.find(fixture.tenant, export.id()))).isPresent();
        List<String> text =
                await(exports.lines(fixture.tenant, export).collect().asList());
        Path file = directory.resolve(export.id() + ".jsonl");
        Files.writeString(file, String.join("", text));
        return file;
    }

    private static String verify(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = VerifyCommand.run(file, new PrintStream(out, true, StandardCharsets.UTF_8));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(code == VerifyCommand.SOUND).isEqualTo(text.startsWith("OK"));
        return text;
    }

    private List<String> targets(EntryFilter filter) {
        return await(reader.entries(fixture.tenant, filter, Long.MAX_VALUE, 100)).stream()
                .map(LoggedEntry::target)
                .toList();
    }

    private static EntryFilter filter(String action, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {
        return new EntryFilter(
                Optional.empty(),
                Optional.of(action),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }
}
