package io.jianmi.form.share;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.CommandPipeline;
import io.jianmi.core.idempotency.Idempotency;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Org;
import io.jianmi.core.identity.OrgDirectory;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordSight;
import io.jianmi.form.record.RecordSight.Seen;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** What one can do with the shares of a record. */
@Singleton
final class Shares {

    private final CommandPipeline pipeline;
    private final ShareRecordHandler sharing;
    private final EndShareHandler ending;
    private final RecordSight sight;
    private final ShareStore store;
    private final Idempotency idempotency;
    private final OrgDirectory directory;
    private final InstantSource clock;

    Shares(
            CommandPipeline pipeline,
            ShareRecordHandler sharing,
            EndShareHandler ending,
            RecordSight sight,
            ShareStore store,
            Idempotency idempotency,
            OrgDirectory directory,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.sharing = sharing;
        this.ending = ending;
        this.sight = sight;
        this.store = store;
        this.idempotency = idempotency;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param made false when it was shared with him already */
    record Answer(ObjectNode share, boolean made) {}

    /** Whoever may share the record or manages it ends any share of it; anybody else his own. */
    static boolean mayEnd(Actor actor, Seen seen, Share share) {
        return seen.shares() || seen.manages() || share.concerns(actor.id().value());
    }

    /** Shares in force as far as they are his business, which are those that he may end: {@code {"items", "next"}}, oldest first. */
    Uni<ObjectNode> list(Actor actor, CompiledForm form, UUID record) {
        Instant now = clock.instant();
        return sight.reading(actor, form, record, "share.list")
                .chain(seen -> store.unended(actor, record).map(shares -> {
                    Org org = directory.of(actor.tenant());
                    ObjectNode answer = Json.NODES.objectNode();
                    ArrayNode items = answer.putArray("items");
                    shares.stream()
                            .filter(share -> share.live(now) && mayEnd(actor, seen, share))
                            .forEach(share -> items.add(shown(org, share)));
                    return answer.putNull("next");
                }));
    }

    Uni<Answer> share(Actor actor, ShareRecord command) {
        return idempotency
                .once(
                        actor,
                        command.request(),
                        made -> again(actor, command, made),
                        () -> pipeline.run(sharing, command, actor))
                .map(done -> new Answer(shown(directory.of(actor.tenant()), done.share()), done.made()));
    }

    /** The member's share as it stands now, of which there is one; when it has ended meanwhile, there is none. */
    private Uni<ShareRecord.Done> again(Actor actor, ShareRecord command, List<UUID> made) {
        String member = command.body().path("member").asText();
        Instant now = clock.instant();
        return sight.reading(actor, command.form(), command.record(), ShareRecord.ACTION)
                .chain(seen -> store.unended(actor, command.record())
                        .map(shares -> shares.stream()
                                .filter(share -> share.live(now) && mayEnd(actor, seen, share))
                                .filter(share -> share.member().equals(member))
                                .findFirst()
                                .map(share -> new ShareRecord.Done(share, !made.isEmpty()))
                                .orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND))));
    }

    Uni<Void> end(Actor actor, CompiledForm form, UUID record, UUID share) {
        return pipeline.run(ending, new EndShare(form, record, share), actor).replaceWithVoid();
    }

    private static ObjectNode shown(Org org, Share share) {
        ObjectNode out = Json.NODES.objectNode().put("id", share.id().toString());
        out.set("member", member(org, share.member()));
        out.set("sharedBy", member(org, share.by()));
        out.put("createdAt", share.createdAt().toString());
        out.put("until", share.until().toString());
        return out;
    }

    private static ObjectNode member(Org org, String id) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }
}
