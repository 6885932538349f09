package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;

/** A library that could be replaced, or could do harm, lives behind one door. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class ConfinementArchTest {

    @ArchTest
    static final ArchRule tink_is_confined = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.core.crypto..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.crypto.tink..")
            .because("key material is handled in one room");

    @ArchTest
    static final ArchRule camunda_is_confined = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.workflow.engine.camunda..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm..")
            .because("the engine has reached its end of life and must stay replaceable");

    @ArchTest
    static final ArchRule feel_is_confined = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.form.expression..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda.feel..", "camundafeel..", "camundajar..")
            .because("one compiler decides what an expression may do");

    @ArchTest
    static final ArchRule paper_is_confined = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.form.print..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "org.apache.fontbox..")
            .because("a renderer that must not fetch anything is set up once, and loaded when something is printed");

    @ArchTest
    static final ArchRule html_is_confined = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.form.field.richtext..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jsoup..")
            .because("one reader decides what markup is kept");

    @ArchTest
    static final ArchRule contexts_are_made_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianmi.core.thread..")
            .should()
            .callMethod(VertxContext.class, "createNewDuplicatedContext", Context.class)
            .because(
                    "one that is not declared to be its owner's opens no session, which is seen only once something has to be read");

    @ArchTest
    static final ArchRule jdbc_is_confined = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.jianmi.core.outbox..",
                    "io.jianmi.core.notification..",
                    "io.jianmi.core.tenant..",
                    "io.jianmi.core.crypto..",
                    "io.jianmi.core.identity.keycloak..",
                    "io.jianmi.workflow.engine..",
                    "io.jianmi.workflow.instance..",
                    "io.jianmi.server..",
                    "io.jianmi.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..")
            .because("JDBC blocks: it belongs to start-up, the relay and the engine's transaction;"
                    + " the bench is a client of its own that looks behind the server's back");
}
