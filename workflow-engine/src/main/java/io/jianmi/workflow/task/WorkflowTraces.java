package io.jianmi.workflow.task;

import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.erasure.Erasing;
import io.jianmi.form.erasure.RecordTraces;
import io.jianmi.workflow.instance.WorkflowProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What workflows keep of an erased person: what runs on her records ends, and of their timelines stays who decided what and when, without
 * what was said, what was seen, and the salts by which either could be guessed.
 */
@Singleton
final class WorkflowTraces implements RecordTraces {

    private static final String RUNNING =
            "select form, record from \"%s\".wf_instance where record = any($1) and status = 'RUNNING'";

    private static final String BLANK = """
            update "%s".wf_timeline set comment = null, seen = null, salt = null, changed = null, seed = null, said = null
            where (record = any($1) or subject = $2)
            and (comment is not null or seen is not null or salt is not null or changed is not null or seed is not null
                or said is not null)
            """;

    private final Pool pool;
    private final CommandPipeline pipeline;
    private final EndErasedHandler ending;

    WorkflowTraces(Pool pool, CommandPipeline pipeline, EndErasedHandler ending) {
        this.pool = pool;
        this.pipeline = pipeline;
        this.ending = ending;
    }

    @Override
    public Uni<Map<String, Integer>> clear(Erasing erasing) {
        String schema = erasing.tenant().schema();
        Tuple records = Tuple.tuple().addArrayOfUUID(erasing.records().toArray(UUID[]::new));
        Map<String, Integer> counts = new LinkedHashMap<>();
        return pool.preparedQuery(RUNNING.formatted(schema))
                .execute(records)
                .chain(rows -> {
                    List<EndErased> running = new ArrayList<>();
                    for (Row row : rows) {
                        running.add(new EndErased(row.getString(0), row.getUUID(1), erasing.erasure()));
                    }
                    return ended(erasing, running).invoke(() -> count(counts, "workflows", running.size()));
                })
                .chain(() -> pool.preparedQuery(BLANK.formatted(schema))
                        .execute(Tuple.tuple()
                                .addArrayOfUUID(erasing.records().toArray(UUID[]::new))
                                .addUUID(erasing.subject())))
                .invoke(rows -> count(counts, "timeline", rows.rowCount()))
                .replaceWith(counts);
    }

    private Uni<Void> ended(Erasing erasing, List<EndErased> running) {
        return Multi.createFrom()
                .iterable(running)
                .onItem()
                .transformToUniAndConcatenate(command -> pipeline.run(ending, command, Actor.system(erasing.tenant()))
                        .onFailure(WorkflowTraces::over)
                        .recoverWithItem(false))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** It has ended by itself meanwhile. */
    private static boolean over(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == WorkflowProblem.NO_INSTANCE;
    }

    private static void count(Map<String, Integer> counts, String word, int some) {
        if (some > 0) {
            counts.put(word, some);
        }
    }
}
