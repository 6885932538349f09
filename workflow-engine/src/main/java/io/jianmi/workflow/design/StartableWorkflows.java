package io.jianmi.workflow.design;

import io.jianmi.core.problem.Finding;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.compile.StartedWorkflows;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a workflow that is to be published would start, and what that would start in turn, as it is published now. */
@Singleton
final class StartableWorkflows {

    private final WorkflowCatalog catalog;

    StartableWorkflows(WorkflowCatalog catalog) {
        this.catalog = catalog;
    }

    /** What is wrong with what it starts. */
    Uni<List<Finding>> check(TenantKey tenant, CompiledWorkflow workflow) {
        Map<String, List<CompiledWorkflow>> found = new HashMap<>();
        return collect(tenant, StartedWorkflows.forms(workflow), found)
                .map(all -> StartedWorkflows.check(workflow, found));
    }

    private Uni<Void> collect(TenantKey tenant, Set<String> forms, Map<String, List<CompiledWorkflow>> found) {
        List<String> fresh =
                forms.stream().filter(form -> !found.containsKey(form)).toList();
        if (fresh.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(fresh)
                .onItem()
                .transformToUniAndConcatenate(form -> current(tenant, form).invoke(there -> found.put(form, there)))
                .collect()
                .asList()
                .chain(all -> {
                    Set<String> next = new HashSet<>();
                    all.forEach(list -> list.forEach(there -> next.addAll(StartedWorkflows.forms(there))));
                    return collect(tenant, next, found);
                });
    }

    private Uni<List<CompiledWorkflow>> current(TenantKey tenant, String form) {
        return Multi.createFrom()
                .iterable(catalog.current(tenant, form))
                .onItem()
                .transformToUniAndConcatenate(ref -> catalog.load(tenant, ref))
                .collect()
                .asList();
    }
}
