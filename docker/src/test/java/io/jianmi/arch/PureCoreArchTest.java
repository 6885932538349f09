package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The functional core imports no framework, so it is tested in milliseconds and outlives the shell. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class PureCoreArchTest {

    private static final String[] PURE = {
        "io.jianmi.core.problem",
        "io.jianmi.core.json",
        "io.jianmi.core.audit.tree..",
        "io.jianmi.core.privacy.sensitivity..",
        "io.jianmi.core.privacy.masking..",
        "io.jianmi.core.network..",
        "io.jianmi.core.webhook.guard..",
        "io.jianmi.core.privacy.identifier..",
        "io.jianmi.form.expression..",
        "io.jianmi.form.definition..",
        "io.jianmi.form.field..",
        "io.jianmi.form.parse..",
        "io.jianmi.form.compile..",
        "io.jianmi.form.access..",
        "io.jianmi.form.query..",
        "io.jianmi.form.aggregate..",
        "io.jianmi.form.dashboard.definition..",
        "io.jianmi.workflow.definition..",
        "io.jianmi.workflow.node..",
        "io.jianmi.workflow.parse..",
        "io.jianmi.workflow.assignee..",
        "io.jianmi.workflow.sign..",
        "io.jianmi.workflow.act..",
        "io.jianmi.workflow.compile..",
        "io.jianmi.workflow.diagram..",
    };

    @ArchTest
    static final ArchRule pure_packages_import_no_framework = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..", "org.hibernate..", "io.vertx.mutiny..")
            .because("definition, compile, access, masking and the tree are decisions, not plumbing");
}
