package io.jianmi.workflow.instance;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.record.WorkflowRecords;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.jianmi.workflow.design.WorkflowRef;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the records and the steps of a list are called. */
@Singleton
public final class Titles {

    private final WorkflowRecords records;
    private final WorkflowCatalog catalog;

    public Titles(WorkflowRecords records, WorkflowCatalog catalog) {
        this.records = records;
        this.catalog = catalog;
    }

    /** Masked as the reader's access demands, without those out of his sight: one reading per form. */
    public Uni<Map<UUID, String>> records(Actor actor, Map<String, Set<UUID>> byForm) {
        Map<UUID, String> titles = new HashMap<>();
        return Multi.createFrom()
                .iterable(byForm.entrySet())
                .onItem()
                .transformToUniAndConcatenate(form -> records.titles(actor, form.getKey(), form.getValue()))
                .invoke(titles::putAll)
                .collect()
                .asList()
                .replaceWith(titles);
    }

    /** Of all nodes of these versions, by {@link #node}; from the catalog's memory. */
    public Uni<Map<String, String>> nodes(Actor actor, Collection<WorkflowRef> workflows, String language) {
        Map<String, String> titles = new HashMap<>();
        return Multi.createFrom()
                .iterable(Set.copyOf(workflows))
                .onItem()
                .transformToUniAndConcatenate(ref -> catalog.load(actor.tenant(), ref)
                        .invoke(workflow -> workflow.nodes()
                                .forEach(node -> titles.put(
                                        node(ref, node.key()),
                                        node.definition().title().in(language, node.key())))))
                .collect()
                .asList()
                .replaceWith(titles);
    }

    /** Under what the title of a node is found. */
    public static String node(WorkflowRef workflow, String node) {
        return workflow.processId() + "/" + node;
    }
}
