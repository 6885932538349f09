package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jianmi.core.command.Command;
import jakarta.inject.Inject;

/** Names, injection and state. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseStyleArchTest {

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|VO|Wrapper|Interface)$")
            .because("such a suffix says that the thing has no name yet");

    @ArchTest
    static final ArchRule packages_are_domains = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..service..", "..repository..", "..dto..", "..common..", "..helper..")
            .because("packages are named by domain, not by layer");

    @ArchTest
    static final ArchRule injection_is_by_constructor =
            noFields().should().beAnnotatedWith(Inject.class).because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule no_static_state = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$assertionsDisabled")
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("registries are immutable values built at start");

    @ArchTest
    static final ArchRule commands_are_records =
            classes().that().implement(Command.class).should().beRecords().because("a command is data");

    @ArchTest
    static final ArchRule nobody_calls_a_resource = noClasses()
            .should()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Resource")
            .because("HTTP is the outermost shell");
}
