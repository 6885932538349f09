package io.jianmi.workflow.task;

import io.jianmi.core.identity.Actor;
import io.jianmi.form.comment.TaskPlaces;
import io.jianmi.workflow.design.WorkflowCatalog;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where somebody stands in a workflow: at the nodes of his own tasks, but for those that wait their turn and those that others have settled. */
@Singleton
public final class OwnTaskPlaces implements TaskPlaces {

    private static final String NODE = """
            select node from "%s".task where id = $1 and record = $2 and assignee = $3 and kind <> 'SUBMIT'
            and status not in ('WAITING', 'CANCELLED')
            """;

    private final Pool pool;
    private final WorkflowCatalog catalog;

    OwnTaskPlaces(Pool pool, WorkflowCatalog catalog) {
        this.pool = pool;
        this.catalog = catalog;
    }

    @Override
    public Uni<Optional<String>> node(Actor actor, UUID record, UUID task) {
        return pool.preparedQuery(NODE.formatted(actor.tenant().schema()))
                .execute(Tuple.of(task, record, actor.id().value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString(0)));
    }

    /** Keys stay for ever, titles may be reworded. */
    @Override
    public Uni<Map<String, String>> titles(Actor actor, String form, String language) {
        Map<String, String> titles = new HashMap<>();
        return Multi.createFrom()
                .iterable(catalog.current(actor.tenant(), form))
                .onItem()
                .transformToUniAndConcatenate(ref -> catalog.load(actor.tenant(), ref))
                .invoke(workflow -> workflow.nodes()
                        .forEach(node ->
                                titles.put(node.key(), node.definition().title().in(language, node.key()))))
                .collect()
                .asList()
                .replaceWith(titles);
    }
}
