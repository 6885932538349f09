package io.jianmi.workflow.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.record.RecordFlow;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Acts on an instance as a whole, and what they answer. */
@Singleton
final class InstanceDesk {

    private final CommandPipeline pipeline;
    private final InstanceActHandler handler;
    private final Idempotency idempotency;
    private final RecordTimeline timeline;
    private final TaskFlows flows;

    InstanceDesk(
            CommandPipeline pipeline,
            InstanceActHandler handler,
            Idempotency idempotency,
            RecordTimeline timeline,
            TaskFlows flows) {
        this.pipeline = pipeline;
        this.handler = handler;
        this.idempotency = idempotency;
        this.timeline = timeline;
        this.flows = flows;
    }

    /** Does it once, however often the same request comes, and answers where the workflow stands then. */
    Uni<ObjectNode> act(Actor actor, ActOnInstance command, Duration patience, String language) {
        return once(actor, command)
                .chain(() -> patience.isZero()
                        ? Uni.createFrom().voidItem()
                        : flows.settled(actor.tenant(), command.record(), patience))
                .chain(() -> answer(actor, command, language));
    }

    Uni<Void> once(Actor actor, ActOnInstance command) {
        return idempotency.once(
                actor,
                command.request(),
                done -> Uni.createFrom().voidItem(),
                () -> pipeline.run(handler, command, actor).replaceWithVoid());
    }

    /** Who has submitted a record that he may not read is told where it stands, and no more. */
    private Uni<ObjectNode> answer(Actor actor, ActOnInstance command, String language) {
        return timeline.of(actor, command.form(), command.record(), language)
                .onFailure(failure ->
                        failure instanceof ProblemException problem && problem.type() == CommonProblem.NOT_FOUND)
                .recoverWithUni(() -> flows.flows(actor, command.form(), List.of(command.record()))
                        .map(all -> all.getOrDefault(command.record(), RecordFlow.NONE))
                        .map(flow -> {
                            ObjectNode answer = Json.NODES
                                    .objectNode()
                                    .put("status", flow.status().orElse(null));
                            answer.putArray("entries");
                            answer.set("openTasks", TaskAnswers.openTasks(flow));
                            answer.putArray("actions");
                            return answer;
                        }));
    }
}
