package io.jianmi.workflow.design;

import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.ReferenceOptions;
import io.jianmi.workflow.definition.WorkflowDefinition;
import io.jianmi.workflow.node.AutomationStep;
import io.jianmi.workflow.node.Children;
import io.jianmi.workflow.node.Duty;
import io.jianmi.workflow.node.NodeTypes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The forms besides its own into which the automations and subworkflows of a workflow reach. */
@Singleton
final class OtherForms {

    private final CompiledForms forms;
    private final NodeTypes types;

    OtherForms(CompiledForms forms, NodeTypes types) {
        this.forms = forms;
        this.types = types;
    }

    /** Those that are published, by key. */
    Uni<Map<String, CompiledForm>> of(TenantKey tenant, WorkflowDefinition definition, CompiledForm own) {
        Map<String, CompiledForm> found = new HashMap<>();
        return Multi.createFrom()
                .iterable(named(definition, own))
                .onItem()
                .transformToUniAndConcatenate(key -> forms.current(tenant, key)
                        .invoke(form -> found.put(key, form))
                        .replaceWith(key)
                        .onFailure(ProblemException.class)
                        .recoverWithItem(key))
                .collect()
                .asList()
                .replaceWith(found);
    }

    private Set<String> named(WorkflowDefinition definition, CompiledForm own) {
        Set<String> named = new LinkedHashSet<>();
        definition.nodes().forEach(node -> {
            if (types.duty(node) instanceof Duty.Automate automate) {
                automate.steps().forEach(step -> reach(step, own, named));
            } else if (types.duty(node) instanceof Duty.Launch launch
                    && launch.children() instanceof Children.Made made) {
                named.add(made.create().form());
            }
        });
        named.remove(own.key());
        return named;
    }

    private static void reach(AutomationStep step, CompiledForm own, Set<String> named) {
        if (step instanceof AutomationStep.Create create) {
            named.add(create.form());
        } else if (step instanceof AutomationStep.Update update) {
            update.through()
                    .flatMap(own::field)
                    .map(CompiledField::type)
                    .flatMap(type -> type.references().map(ReferenceOptions::form))
                    .ifPresent(named::add);
        }
    }
}
