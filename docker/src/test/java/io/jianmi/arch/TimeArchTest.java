package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;

/** Time, identifiers, zone and language come from outside. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class TimeArchTest {

    @ArchTest
    static final ArchRule nobody_asks_the_system_clock = noClasses()
            .that()
            .resideOutsideOfPackages("io.jianmi.core.time..", "io.jianmi.server..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("InstantSource and Ids are injected, so tests own time and identifiers");

    @ArchTest
    static final ArchRule nobody_asks_where_the_machine_stands = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .because("two nodes in two places must agree on every date and every letter");
}
