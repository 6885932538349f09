package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.thread.Waiting;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.exchange.FileWork;
import io.jianmi.form.print.ReadableValues;
import io.jianmi.form.record.KnownSubjects;
import io.jianmi.form.record.SubjectRecords;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes all that is kept of a person as a ZIP of JSON, a page for people, and her files. For worker threads. */
@Singleton
final class PersonPackage implements FileWork {

    /** In the rows of jobs; for ever. */
    static final String KIND = "package";

    private static final int PAGE = 50;

    private final RequestStore requests;
    private final KnownSubjects subjects;
    private final SubjectRecords records;
    private final CompiledForms forms;
    private final PackageTrail trail;
    private final ReadableValues values;
    private final PackageFiles files;
    private final InstantSource clock;

    PersonPackage(
            RequestStore requests,
            KnownSubjects subjects,
            SubjectRecords records,
            CompiledForms forms,
            PackageTrail trail,
            ReadableValues values,
            PackageFiles files,
            InstantSource clock) {
        this.requests = requests;
        this.subjects = subjects;
        this.records = records;
        this.forms = forms;
        this.trail = trail;
        this.values = values;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What is in it: the data, the files it takes along, how many records. */
    private record Gathered(ObjectNode data, List<SubjectRecords.Page> pages, int count) {}

    @Override
    public AuditDraft write(Actor actor, UUID job, JsonNode options, OutputStream out) throws IOException {
        SubjectRequest request =
                granted(actor, job, UUID.fromString(options.path("request").asText()));
        PackageWords words = PackageWords.of(options.path("language").asText());
        Instant now = clock.instant();
        Gathered gathered = gathered(actor, request, words, now);
        ReadableValues.Writing writing = Waiting.on(values.in(actor.tenant(), Locale.forLanguageTag(words.language())));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(
                zip,
                "index.html",
                new PackagePage(words, writing).of(gathered.data()).getBytes(StandardCharsets.UTF_8));
        PackageRecord.withoutDefinitions(gathered.data());
        entry(zip, "data.json", Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(gathered.data()));
        int attached = 0;
        for (SubjectRecords.Page page : gathered.pages()) {
            attached += files.write(page.attached(), zip);
        }
        zip.finish();
        return AuditDraft.of("rights.package", "rights/" + request.id())
                .with(Map.of(
                        "subject", request.subject().toString(),
                        "job", job.toString(),
                        "count", gathered.count(),
                        "files", attached));
    }

    /** It is the request that opens what is written: one that does not ask for this job any more opens nothing. */
    private SubjectRequest granted(Actor actor, UUID job, UUID id) {
        Optional<SubjectRequest> request = Waiting.on(requests.find(actor.tenant(), id));
        return request.filter(one -> PrivacyDesk.sits(actor)
                        && one.type().copies()
                        && job.equals(one.job())
                        && (!one.state().closed() || one.state() == RequestState.ANSWERED))
                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND));
    }

    private Gathered gathered(Actor actor, SubjectRequest request, PackageWords words, Instant now) {
        ObjectNode data = Json.NODES
                .objectNode()
                .put("person", request.subject().toString())
                .put("request", RequestView.number(request))
                .put("madeAt", now.toString())
                .put("language", words.language());
        ArrayNode told = data.putArray("forms");
        ArrayNode looks = Json.NODES.arrayNode();
        List<SubjectRecords.Page> pages = new ArrayList<>();
        int count = 0;
        Optional<KnownSubjects.Known> known = Waiting.on(subjects.find(actor.tenant(), request.subject()));
        for (KnownSubjects.Holding holding :
                known.map(KnownSubjects.Known::holdings).orElse(List.of())) {
            String app = holding.published().app();
            String key = holding.published().form().key();
            ArrayNode kept = Json.NODES.arrayNode();
            Optional<UUID> after = Optional.empty();
            do {
                Optional<UUID> from = after;
                SubjectRecords.Page page = Waiting.on(forms.<SubjectRecords.Page>using(
                        actor.tenant(), app, key, form -> records.of(actor, form, request.subject(), from, PAGE)));
                page.records().forEach(record -> kept.add(PackageRecord.of(record)));
                page.records().forEach(record -> looks.addAll(trail.looks(actor.tenant(), key, record, words)));
                pages.add(page);
                after = page.next();
            } while (after.isPresent());
            CompiledForm form = Waiting.on(forms.inApp(actor.tenant(), app, key));
            told.add(PackageRecord.form(app, form, words.language()).set("records", kept));
            count += kept.size();
        }
        data.set("consents", trail.consents(actor.tenant(), request.subject(), words));
        data.set("requests", trail.requests(actor.tenant(), request.subject(), words));
        looks.addAll(trail.looks(actor.tenant(), request.subject(), words));
        data.set("looks", looks);
        return new Gathered(data, pages, count);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
