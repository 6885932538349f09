package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.exchange.FileJobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests as the privacy desk sees them. Pure. */
final class RequestView {

    private RequestView() {}

    /** By which people call it. */
    static String number(SubjectRequest request) {
        return "DR-%05d".formatted(request.number());
    }

    /** Without anything that somebody wrote. */
    static ObjectNode line(SubjectRequest request, List<RequestTerm> terms, Org org, Instant now) {
        ObjectNode line = Json.NODES
                .objectNode()
                .put("id", request.id().toString())
                .put("number", number(request))
                .put("type", request.type().key())
                .put("state", request.state().key())
                .put("subject", request.subject().toString())
                .put("law", request.law().key())
                .put("channel", request.channel().key())
                .put("receivedAt", request.received().toString())
                .put("due", request.due().toString())
                .put("overdue", request.overdue(now))
                .put("soon", soon(request, terms, now))
                .put("extendedAt", text(request.extended()))
                .put(
                        "outcome",
                        Optional.ofNullable(request.outcome()).map(Outcome::key).orElse(null))
                .put("closedAt", text(request.closedAt()));
        line.set("assignee", person(request.assignee(), org));
        return line;
    }

    private static boolean soon(SubjectRequest request, List<RequestTerm> terms, Instant now) {
        return !request.state().closed()
                && !request.overdue(now)
                && terms.stream()
                        .anyMatch(term -> term.law() == request.law()
                                && !term.warned(request.due()).isAfter(now));
    }

    /** What a whole request is told from. */
    record Known(
            TenantKey tenant,
            List<RequestTerm> terms,
            Org org,
            Instant now,
            KeyRing ring,
            List<RequestActs.Done> acts,
            Optional<FileJobs.Standing> job) {}

    static ObjectNode whole(SubjectRequest request, Known known) {
        ObjectNode view = line(request, known.terms(), known.org(), known.now());
        byte[] note = request.note();
        view.put("createdAt", request.createdAt().toString());
        view.set("createdBy", person(request.createdBy(), known.org()));
        view.put(
                "note",
                note == null
                        ? null
                        : RequestSealer.read(
                                        known.tenant(),
                                        request.id(),
                                        request.subject(),
                                        RequestSealer.NOTE,
                                        note,
                                        known.ring())
                                .map(JsonNode::asText)
                                .orElse(null));
        view.put("noted", note != null);
        ArrayNode acts = view.putArray("acts");
        for (RequestAct act : RequestAct.values()) {
            if (open(request, act)) {
                acts.add(act.key());
            }
        }
        ArrayNode timeline = view.putArray("timeline");
        known.acts().forEach(done -> timeline.add(done(request, done, known)));
        view.set("package", job(known));
        return view;
    }

    private static boolean open(SubjectRequest request, RequestAct act) {
        return request.state().after(act).isPresent()
                && (act != RequestAct.EXTEND || request.extended() == null)
                && (act != RequestAct.CARRY_OUT
                        || CarryingOut.known(request.type())
                                && (!request.state().closed() || request.type().copies()));
    }

    private static ObjectNode done(SubjectRequest request, RequestActs.Done done, Known known) {
        ObjectNode told = Json.NODES
                .objectNode()
                .put("act", done.act())
                .put("at", done.at().toString())
                .put("outcome", done.outcome());
        told.set("by", person(done.actor(), known.org()));
        byte[] sealed = done.words();
        Optional<JsonNode> words = sealed == null
                ? Optional.empty()
                : RequestSealer.read(known.tenant(), done.id(), request.subject(), done.act(), sealed, known.ring());
        told.put("reason", words.map(said -> said.path("reason").textValue()).orElse(null));
        told.put("appeal", words.map(said -> said.path("appeal").textValue()).orElse(null));
        return told;
    }

    private static JsonNode job(Known known) {
        return known.job()
                .<JsonNode>map(job -> Json.NODES
                        .objectNode()
                        .put("status", job.status())
                        .put("ready", job.ready(known.now()))
                        .put("expiresAt", job.expiresAt().toString())
                        .put("problem", job.problem().orElse(null)))
                .orElseGet(Json.NODES::nullNode);
    }

    private static JsonNode person(@Nullable String id, Org org) {
        return id == null
                ? Json.NODES.nullNode()
                : Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
