package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.BulkRecords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the order for an export; what cannot be had is refused at once. */
@Singleton
final class ExportDesk {

    private final BulkRecords records;
    private final JobStarter starter;

    ExportDesk(BulkRecords records, JobStarter starter) {
        this.records = records;
        this.starter = starter;
    }

    /** @param key the caller's for this request: the same with the same body starts nothing twice */
    Uni<Job> start(Actor actor, String app, CompiledForm form, ObjectNode body, Optional<String> key) {
        starter.admit(actor, form, Job.Kind.EXPORT);
        List<Finding> findings = new ArrayList<>();
        ExportRequest request = ExportRequest.parse(body, findings);
        if (Finding.anyBlocks(findings)) {
            throw ProblemException.of(ExchangeProblem.EXPORT_INVALID, findings);
        }
        request.refuseClear(form, actor);
        Optional<Idempotency.Request> named =
                key.map(word -> JobStarter.request(word, Job.Kind.EXPORT, app, form, body, new byte[0]));
        JobStarter.Order order = new JobStarter.Order(
                Job.Kind.EXPORT, app, form, false, request.format().key(), body, named, 0, Optional.empty());
        return starter.once(actor, named, () -> tried(actor, form, request).chain(() -> started(actor, order)));
    }

    /** A filter that is refused is refused by a page. */
    private Uni<BulkRecords.Page> tried(Actor actor, CompiledForm form, ExportRequest request) {
        return records.leaving(actor, form, request.page(Optional.empty(), 1));
    }

    private Uni<Job> started(Actor actor, JobStarter.Order order) {
        return starter.owner(actor).chain(owner -> starter.start(actor, owner, order));
    }
}
