package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data and knowledge flow one way. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class DirectionArchTest {

    @ArchTest
    static final ArchRule core_knows_no_module = noClasses()
            .that()
            .resideInAPackage("io.jianmi.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.jianmi.form..", "io.jianmi.workflow..", "io.jianmi.template..", "io.jianmi.server..")
            .because("platform-core is what every module may use, so it may use none of them");

    @ArchTest
    static final ArchRule forms_do_not_know_workflows = noClasses()
            .that()
            .resideInAPackage("io.jianmi.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jianmi.workflow..", "io.jianmi.template..", "io.jianmi.server..")
            .because("a form runs without a workflow; what a workflow adds comes in through RecordWorkflow");

    @ArchTest
    static final ArchRule workflows_do_not_know_templates = noClasses()
            .that()
            .resideInAPackage("io.jianmi.workflow..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jianmi.template..", "io.jianmi.server..")
            .because("templates install through the designer's commands and nothing else knows them");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().matching("io.jianmi.(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package, or lack a third");
}
