package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules keep rules too. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.OnlyIncludeTests.class)
final class RulesArchTest {

    @ArchTest
    static final ArchRule rules_stand_in_arch_tests = fields().that()
            .areAnnotatedWith(ArchTest.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("ArchTest")
            .because("who looks for the rules of the house looks there");

    @ArchTest
    static final ArchRule arch_tests_stand_in_one_package = classes()
            .that()
            .haveSimpleNameEndingWith("ArchTest")
            .should()
            .resideInAPackage("io.jianmi.arch")
            .because("a rule that stands elsewhere sees only a part of the classes");
}
