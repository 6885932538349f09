package io.jianmi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.jianmi.form.field.FieldType;
import io.jianmi.form.field.Nested;
import io.jianmi.workflow.node.NodeType;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who joins an open set of types signs its contract. */
@AnalyzeClasses(packages = "io.jianmi", importOptions = ImportOption.DoNotIncludeTests.class)
final class ContractArchTest {

    /** A subform has no column and no value of its own: its cells' types carry the contract. */
    @ArchTest
    static final ArchRule field_types_have_a_contract_test = classes()
            .that()
            .implement(FieldType.class)
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .and()
            .doNotImplement(Nested.class)
            .should(haveAContractTest("form-engine"))
            .because("a new type is as safe as the old ones only by the same tests");

    @ArchTest
    static final ArchRule node_types_have_a_contract_test = classes()
            .that()
            .implement(NodeType.class)
            .and()
            .areNotInterfaces()
            .should(haveAContractTest("workflow-engine"))
            .because("a new node is as safe as the old ones only by the same tests");

    /** The test stands beside the type: the same package, the type's name and {@code ContractTest}. */
    private static ArchCondition<JavaClass> haveAContractTest(String module) {
        return new ArchCondition<>("have a contract test") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String file = "../%s/src/test/java/%sContractTest.java"
                        .formatted(module, type.getName().replace('.', '/'));
                events.add(
                        new SimpleConditionEvent(type, Files.exists(Path.of(file)), type.getName() + " lacks " + file));
            }
        };
    }
}
