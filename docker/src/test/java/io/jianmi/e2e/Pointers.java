package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records that everybody reads and that refer to customers, which not everybody does. */
final class Pointers {

    private static final String FORM = "pointer";
    private static final Map<String, String> MADE = new HashMap<>();

    private final Api api;
    private final String form;

    Pointers(Api api) {
        this.api = api;
        this.form = api.site().formPath(MatrixExhibits.APP, FORM);
    }

    /** Publishes the form, once per installation. */
    void publish() {
        new MatrixExhibits(api).publish();
        if (api.get("admin", form).status() == 404) {
            api.put("designer", form + "/draft", definition()).orFail("drafting");
            api.post("designer", form + "/publish", "{}").orFail("publishing");
        }
    }

    /** Address of a record that refers to the customer. */
    String to(String customer) {
        return to("admin", customer);
    }

    /** The same; made, if it is not yet, by somebody who sees the customer. */
    String to(String member, String customer) {
        return MADE.computeIfAbsent(customer, id -> {
            publish();
            return form + "/records/"
                    + create(member, id).orFail("pointing").body().path("id").asText();
        });
    }

    Api.Result create(String member, String customer) {
        return api.post(member, form + "/records", Map.of("data", Map.of("title", "指向", "ref", customer)));
    }

    private static Map<String, Object> definition() {
        return Map.of(
                "kind",
                "form",
                "key",
                FORM,
                "title",
                "指向",
                "fields",
                List.of(
                        Map.of(
                                "key", "title",
                                "type", "text",
                                "title", "说明",
                                "maxLength", 64,
                                "sensitivity", Map.of("level", "internal")),
                        Map.of("key", "ref", "type", "relation", "title", "客户", "form", "customer")),
                "permissionGroups",
                List.of(Map.of(
                        "key", "everyone",
                        "title", "everyone",
                        "members", Map.of("everyone", true),
                        "actions", List.of("create", "read"),
                        "fields", Map.of("*", "edit"))));
    }
}
