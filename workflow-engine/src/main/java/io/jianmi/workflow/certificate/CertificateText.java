package io.jianmi.workflow.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.ApprovalCertificate;
import io.jianmi.core.audit.LoggedEntry;
import io.jianmi.core.audit.Statement;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.Json;
import io.jianmi.form.record.KnownRecords.Known;
import io.jianmi.workflow.compile.CompiledWorkflow;
import io.jianmi.workflow.instance.Instance;
import io.jianmi.workflow.task.ActStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, without its proofs. Of what somebody saw it tells the fields that the reader may know of; the rest
 * are digests among digests of nothing. Pure.
 *
 * @param known what the reader may know of the record
 */
record CertificateText(CertifiedInstance certified, CompiledWorkflow workflow, Known known, Org org, String language) {

    ObjectNode of(List<CertifiedAct> acts, Instant now) {
        Instance instance = certified.instance();
        ObjectNode text = Json.NODES.objectNode();
        text.put("format", ApprovalCertificate.FORMAT);
        text.put("issuedAt", now.toString());
        ObjectNode record = text.putObject("record");
        record.put("form", instance.form());
        record.put("id", instance.record().toString());
        record.put("version", known.version());
        known.title().ifPresent(title -> record.put("title", title));
        ObjectNode run = text.putObject("instance");
        run.put("id", instance.id().toString());
        run.put("status", certified.status());
        run.set("initiator", person(instance.initiator().value()));
        run.put("startedAt", certified.startedAt().toString());
        run.put("endedAt", time(certified.endedAt()));
        ObjectNode flow = text.putObject("workflow");
        flow.put("app", instance.workflow().app());
        flow.put("key", instance.workflow().key());
        flow.put("version", instance.workflow().version());
        flow.put("policy", instance.workflow().processId());
        flow.put(
                "title",
                workflow.definition().title().in(language, instance.workflow().key()));
        ArrayNode told = text.putArray("acts");
        acts.forEach(act -> told.add(act(act)));
        return text;
    }

    private ObjectNode act(CertifiedAct act) {
        ObjectNode told = Json.NODES.objectNode();
        told.put("action", act.word());
        told.put("node", act.node());
        told.put("nodeTitle", node(act.node()));
        told.set("actor", person(act.actor()));
        if (!act.targets().isEmpty()) {
            ArrayNode to = told.putArray("to");
            act.targets().forEach(target -> to.add(target(target)));
        }
        if (act.recordVersion() != null) {
            told.put("recordVersion", act.recordVersion());
        }
        Optional<JsonNode> entry = act.logged().map(LoggedEntry::canonical).map(Json::parse);
        entry.map(logged -> logged.at("/ctx/" + ApprovalCertificate.PRINCIPAL))
                .filter(JsonNode::isTextual)
                .ifPresent(principal -> told.set(ApprovalCertificate.PRINCIPAL, person(principal.asText())));
        told.put("leaf", act.logged().map(LoggedEntry::leaf).orElse(null));
        told.put("entry", entry.map(logged -> logged.path("act").asText()).orElse(null));
        told.put(
                "at",
                entry.map(logged -> logged.path("ts").asText()).orElse(act.at().toString()));
        act.said().ifPresent(said -> said.into(told, act.statement()));
        act.statement().ifPresent(statement -> seen(told, statement));
        return told;
    }

    private void seen(ObjectNode told, ActStatement said) {
        Statement statement = said.statement();
        ArrayNode seen = told.putArray("seen");
        said.parts()
                .forEach((field, part) -> Optional.ofNullable(known.fields().get(field))
                        .ifPresent(title -> seen.addObject()
                                .put("field", field)
                                .put("title", title.in(language, field))
                                .put("salt", statement.salt(ApprovalCertificate.partName(field)))
                                .setAll(part)));
        ArrayNode digests = told.putArray("digests");
        statement.digests().forEach(digests::add);
    }

    private ObjectNode target(String target) {
        return workflow.node(target)
                .map(node -> Json.NODES.objectNode().put("id", target).put("name", node(target)))
                .orElseGet(() -> person(target));
    }

    private String node(String key) {
        return workflow.node(key)
                .map(node -> node.definition().title().in(language, key))
                .orElse(key);
    }

    private ObjectNode person(String id) {
        return Json.NODES.objectNode().put("id", id).put("name", org.nameOf(id));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
