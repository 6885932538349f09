package io.jianmi.form.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.sensitivity.DataCategory;
import io.jianmi.form.access.AccessReasons;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.PermissionGroup;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SearchIndex;
import io.jianmi.form.compile.Tag;
import io.jianmi.form.definition.FormDefinition;
import io.jianmi.form.definition.GroupDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one published form holds about people, by its definition and the one access decision. Pure. */
final class FormInventory {

    private final CompiledForm form;
    private final List<Sight> sights;

    /** What a group gives by itself: the most on a record, and the most that leaves by an export. */
    private record Sight(PermissionGroup group, JsonNode title, Grants grants, AccessReasons best) {}

    private FormInventory(CompiledForm form) {
        this.form = form;
        Map<String, String> pointers = form.definition().permissionGroups().stream()
                .collect(Collectors.toMap(GroupDefinition::key, GroupDefinition::pointer));
        this.sights = form.access().groups().stream()
                .map(group -> {
                    Grants grants = form.access().of(group);
                    return new Sight(
                            group,
                            title(pointers.getOrDefault(group.key(), "/-"), group.key()),
                            grants,
                            AccessReasons.best(grants, form.consents()));
                })
                .toList();
    }

    /** The form with those of its fields that hold personal data; {@code fields} is empty where none does. */
    static ObjectNode of(String app, CompiledForm form) {
        return new FormInventory(form).told(app);
    }

    private ObjectNode told(String app) {
        ObjectNode answer =
                Json.NODES.objectNode().put("app", app).put("form", form.key()).put("version", form.version());
        answer.set("title", title("", form.key()));
        FormDefinition.Subject subject = form.definition().dataSubject();
        answer.put("subject", subject == null ? null : subject.type());
        FormDefinition.Retention retention = form.definition().retention();
        if (retention == null) {
            answer.putNull("retention");
        } else {
            answer.putObject("retention")
                    .put("keepFor", retention.keepFor())
                    .put("from", retention.from())
                    .put("then", retention.then());
        }
        ArrayNode fields = answer.putArray("fields");
        leaves().filter(FormInventory::personal).forEach(field -> fields.add(field(field)));
        return answer;
    }

    /** Fields with values of their own: of a subform its columns. */
    private Stream<CompiledField> leaves() {
        return form.fields().stream()
                .flatMap(field -> form.subform(field.key())
                        .map(subform -> subform.fields().stream())
                        .orElseGet(() -> Stream.of(field)));
    }

    /** What is encrypted, and what is not though it says what it tells about a person or what for. */
    private static boolean personal(CompiledField field) {
        return field.encrypted()
                || field.tag().category().isPresent()
                || !field.tag().purposes().isEmpty();
    }

    private ObjectNode field(CompiledField field) {
        Tag tag = field.tag();
        ObjectNode answer = Json.NODES
                .objectNode()
                .put("field", field.path())
                .put("type", field.type().type().key())
                .put("level", field.level().key())
                .put("kind", tag.category().map(DataCategory::key).orElse(null))
                .put("lawfulBasis", tag.lawfulBasis())
                .put("retention", tag.retention())
                .put("identifies", identifies(field))
                .put("kept", !field.derived())
                .put("encrypted", field.encrypted())
                .put("mask", tag.masker().id().value());
        answer.set("title", title(field.definition().pointer(), field.path()));
        answer.set("purposes", Json.MAPPER.valueToTree(new TreeSet<>(tag.purposes())));
        ArrayNode search = answer.putArray("search");
        field.indexes().forEach(index -> search.add(search(index)));
        ArrayNode sight = answer.putArray("sight");
        sights.forEach(one -> sight(one, field.path(), sight));
        return answer;
    }

    /** Whether a person is found again by it. */
    private boolean identifies(CompiledField field) {
        FormDefinition.Subject subject = form.definition().dataSubject();
        return subject != null && subject.identifiedBy().contains(field.path());
    }

    private static ObjectNode search(SearchIndex index) {
        return Json.NODES
                .objectNode()
                .put("mode", index.mode())
                .put("bits", index.bits())
                .put("unique", index.unique())
                .put("searchable", index.searchable());
    }

    private static void sight(Sight one, String field, ArrayNode sight) {
        FieldAccess access = one.best().of(field);
        if (access != FieldAccess.HIDDEN) {
            ObjectNode told = sight.addObject()
                    .put("group", one.group().key())
                    .put("access", access.key())
                    .put("leaves", leaves(one.grants().leaving(field)).key())
                    .put("scoped", !one.group().everywhere());
            told.set("title", one.title());
        }
    }

    /** A file holds a value or its mask; what may be revealed is masked there. */
    private static FieldAccess leaves(FieldAccess most) {
        return most == FieldAccess.REVEAL ? FieldAccess.MASKED : most.min(FieldAccess.READ);
    }

    private JsonNode title(String pointer, String otherwise) {
        JsonNode written = form.definition().source().at(pointer + "/title");
        return written.isMissingNode() ? Json.NODES.textNode(otherwise) : written;
    }
}
