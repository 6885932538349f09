package io.jianmi.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jianmi.core.audit.AuditLog;
import io.jianmi.core.audit.AuditReceipt;
import io.jianmi.core.store.TenantWriter;
import java.util.List;

/** Nothing changes without an entry, and no entry is written past the pipeline. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class AuditArchTest {

    @ArchTest
    static final ArchRule only_the_pipeline_appends_entries = noClasses()
            .that(resideOutsideOfPackages("io.jianmi.core.command..", "io.jianmi.core.audit.."))
            .should()
            .callMethod(AuditLog.class, "prepare", io.jianmi.core.identity.Actor.class, List.class)
            .because("a command's entry is appended by the pipeline, in the command's own transaction");

    @ArchTest
    static final ArchRule only_the_pipeline_commits = noClasses()
            .that(resideOutsideOfPackages(
                    "io.jianmi.core.command..",
                    "io.jianmi.core.audit..",
                    "io.jianmi.core.store..",
                    "io.jianmi.core.outbox.."))
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.record.UniqueProbes")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.record.SearchBudget")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.exchange.JobStore")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.record.RowBringing")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.record.HistorySealing")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.visitor.ProofOfWork")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.erasure.ErasureJob")
            .and()
            .doNotHaveFullyQualifiedName("io.jianmi.form.erasure.LedgerReplay")
            .should()
            .callMethod(TenantWriter.class, "commit", List.class)
            .because(
                    "a write outside a command would escape authorisation and audit;"
                            + " the outbox puts away a message that nobody wants any more, which changes no data,"
                            + " answers that a value exists and searches for what one may not read are counted, which tell of nobody;"
                            + " that a challenge was used is noted before anything else is done, and tells of nobody;"
                            + " how far an erasure is, and that a copy had forgotten one, concerns the ledger's own rows:"
                            + " it was ordered and is closed by commands;"
                            + " how far a job is concerns the job's own row, its records are written by commands;"
                            + " values that are stored otherwise for a version stay what they are, and its commands say who asked for it");

    @ArchTest
    static final ArchRule receipts_come_from_the_log = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.core.audit..")
            .should()
            .callConstructor(AuditReceipt.class, java.util.UUID.class, long.class, long.class)
            .because("a reveal must not be able to make up its own proof of being logged");
}
