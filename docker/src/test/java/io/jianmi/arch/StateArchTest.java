package io.jianmi.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jianmi.core.command.Command;
import io.jianmi.core.outbox.OutboxMessage;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What may change, and where it comes from. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class StateArchTest {

    private static final DescribedPredicate<JavaClass> MADE_TO_CHANGE =
            describe("types that are made to change", StateArchTest::madeToChange);

    @ArchTest
    static final ArchRule injection_is_by_constructor =
            noFields().should().beAnnotatedWith(Inject.class).because("what a class needs stands in its constructor");

    @ArchTest
    static final ArchRule static_fields_are_final = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$assertionsDisabled")
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("registries are immutable values built at start");

    @ArchTest
    static final ArchRule static_fields_do_not_change = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(MADE_TO_CHANGE)
            .because("what changes belongs to one installation and one tenant, never to the class");

    @ArchTest
    static final ArchRule commands_are_records =
            classes().that().implement(Command.class).should().beRecords().because("a command is data");

    @ArchTest
    static final ArchRule messages_are_records = classes()
            .that()
            .belongToAnyOf(OutboxMessage.class)
            .or()
            .haveSimpleNameEndingWith("Committed")
            .should()
            .beRecords()
            .because("what has happened does not change any more");

    /** A collection declared by its interface is an unmodifiable one by the habit of the house; these are none. */
    private static boolean madeToChange(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return collection && !type.isInterface()
                || type.isAssignableTo(java.util.concurrent.ConcurrentMap.class)
                || type.isAssignableTo(AtomicBoolean.class)
                || type.isAssignableTo(AtomicInteger.class)
                || type.isAssignableTo(AtomicLong.class)
                || type.isAssignableTo(AtomicReference.class)
                || type.isAssignableTo(ThreadLocal.class);
    }
}
