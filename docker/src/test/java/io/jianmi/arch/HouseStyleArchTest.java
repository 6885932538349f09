package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Names. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseStyleArchTest {

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|VO|DO|Info|Data|Wrapper|Interface)$")
            .because("such a suffix says that the thing has no name yet");

    @ArchTest
    static final ArchRule names_do_not_say_how_a_thing_is_made = noClasses()
            .should()
            .haveNameMatching(".*[.$](Base[A-Z]|Abstract[A-Z]|I[A-Z][a-z]).*")
            .because("that a type is an interface or a base is seen in its declaration");

    @ArchTest
    static final ArchRule packages_are_domains = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..service..", "..repository..", "..dto..", "..common..", "..helper..")
            .because("packages are named by domain, not by layer");
}
