package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** HTTP above, rows below, and the commands and queries of a domain between them. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class ShellArchTest {

    @ArchTest
    static final ArchRule resources_reach_no_storage = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..sqlclient..",
                    "org.jooq..",
                    "java.sql..",
                    "io.jianmi.core.store..",
                    "io.jianmi.core.crypto..")
            .because("a resource calls commands and queries; past them there is no authorisation and no audit");

    @ArchTest
    static final ArchRule nobody_calls_a_resource = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .because("HTTP is the outermost shell");

    @ArchTest
    static final ArchRule rows_and_stores_stay_in_their_package = classes()
            .that()
            .haveSimpleNameEndingWith("Row")
            .or()
            .haveSimpleNameEndingWith("Store")
            .should(beUsedInTheirPackageOnly())
            .because("how a domain is stored is its own business; others see its values");

    private static ArchCondition<JavaClass> beUsedInTheirPackageOnly() {
        return new ArchCondition<>("be used in their package only") {
            @Override
            public void check(JavaClass stored, ConditionEvents events) {
                stored.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackage().equals(stored.getPackage()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        };
    }
}
