package io.jianmi.workflow.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.AuditEvidence;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.KnownRecords;
import io.jianmi.form.record.KnownRecords.Known;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Issues certificates: decided, gathered, noted with the digest of all that it says, and only then proven and handed out. So a
 * certificate that the log does not know is none.
 */
@Singleton
public final class Certificates {

    private final KnownRecords records;
    private final CertificateStore store;
    private final LoggedActs logged;
    private final WorkflowCatalog catalog;
    private final OrgDirectory directory;
    private final ReadLog reads;
    private final AuditEvidence evidence;
    private final InstantSource clock;

    Certificates(
            KnownRecords records,
            CertificateStore store,
            LoggedActs logged,
            WorkflowCatalog catalog,
            OrgDirectory directory,
            ReadLog reads,
            AuditEvidence evidence,
            InstantSource clock) {
        this.records = records;
        this.store = store;
        this.logged = logged;
        this.catalog = catalog;
        this.directory = directory;
        this.reads = reads;
        this.evidence = evidence;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param instance null: the newest one of the record
     * @param language that titles are in
     * @param paper whether it goes on paper
     */
    record Asked(UUID record, @Nullable UUID instance, String language, boolean paper) {}

    /** @throws ProblemException (in the result) 404 when the record is out of sight; {@link WorkflowProblem#NO_INSTANCE} */
    Uni<ObjectNode> issue(Actor actor, CompiledForm form, Asked asked) {
        return records.of(actor, form, asked.record(), ApprovalCertificate.ISSUED, asked.paper())
                .chain(known -> store.instance(actor.tenant(), form.key(), asked.record(), asked.instance())
                        .map(found -> found.orElseThrow(() -> ProblemException.of(WorkflowProblem.NO_INSTANCE)))
                        .chain(found -> issue(actor, known, found, asked)));
    }

    private Uni<ObjectNode> issue(Actor actor, Known known, CertifiedInstance certified, Asked asked) {
        Instance instance = certified.instance();
        return catalog.load(actor.tenant(), instance.workflow()).chain(workflow -> {
            CertificateText text =
                    new CertificateText(certified, workflow, known, directory.of(actor.tenant()), asked.language());
            return store.acts(actor, instance)
                    .chain(acts -> logged.of(actor.tenant(), instance, acts))
                    .chain(acts -> proven(
                            actor, instance, acts, text.of(acts, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
        });
    }

    private Uni<ObjectNode> proven(Actor actor, Instance instance, List<CertifiedAct> acts, ObjectNode document) {
        AuditDraft issued = AuditDraft.of(
                        ApprovalCertificate.ISSUED, "record/" + instance.form() + "/" + instance.record())
                .with(Map.of(
                        "instance",
                        instance.id().toString(),
                        ApprovalCertificate.DIGEST,
                        ApprovalCertificate.digest(document)))
                .under(instance.workflow().processId());
        return reads.before(actor, issued)
                .chain(receipt -> evidence.of(
                        actor.tenant(),
                        Stream.concat(
                                        acts.stream()
                                                .map(CertifiedAct::logged)
                                                .flatMap(Optional::stream)
                                                .map(LoggedEntry::id),
                                        Stream.of(receipt.entry()))
                                .toList()))
                .map(bundle -> document.set("evidence", bundle));
    }
}
