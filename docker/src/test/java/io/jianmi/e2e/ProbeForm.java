package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import java.util.List;
import java.util.Map;

/** A form with a unique number, new in every run, so that budgets of an earlier run are not in the way. */
final class ProbeForm {

    private final Api api;
    private final String form;

    ProbeForm(Api api) {
        this.api = api;
        String key = "probe-" + Integer.toString(Installation.number(), 36);
        this.form = api.site().formPath(MatrixExhibits.APP, key);
        new MatrixExhibits(api).publish();
        api.put("designer", form + "/draft", definition(key)).orFail("drafting");
        api.post("designer", form + "/publish", "{}").orFail("publishing");
    }

    String records() {
        return form + "/records";
    }

    Api.Result create(String member, int number) {
        return api.post(member, records(), Map.of("data", Map.of("mobile", CanaryForm.mobile(number))));
    }

    Api.Result search(String member, int number) {
        return api.post(
                member,
                records() + "/query",
                Map.of("filter", Map.of("field", "mobile", "op", "eq", "value", CanaryForm.mobile(number))));
    }

    private static Map<String, Object> definition(String key) {
        return Map.of(
                "kind",
                "form",
                "key",
                key,
                "title",
                "探针",
                "fields",
                List.of(
                        Map.of(
                                "key", "mobile",
                                "type", "phone",
                                "title", "手机",
                                "unique", true,
                                "sensitivity",
                                        Map.of(
                                                "level",
                                                "personal",
                                                "kind",
                                                "phone",
                                                "purposes",
                                                List.of("sales"),
                                                "search",
                                                List.of("exact"))),
                        Map.of(
                                "key", "owner",
                                "type", "member",
                                "title", "负责人",
                                "default", Map.of("formula", "user.id"))),
                "permissionGroups",
                List.of(
                        Map.of(
                                "key",
                                "sales",
                                "title",
                                "销售",
                                "members",
                                Map.of("roles", List.of("sales")),
                                "actions",
                                List.of("create", "read", "update"),
                                "scope",
                                "owner = user.id",
                                "fields",
                                Map.of("*", "edit")),
                        Map.of(
                                "key", "desk",
                                "title", "查找",
                                "members", Map.of("roles", List.of("dpo")),
                                "actions", List.of("read", "search"),
                                "fields", Map.of("*", "masked")),
                        Map.of(
                                "key", "admin",
                                "title", "管理",
                                "members", Map.of("roles", List.of("admin")),
                                "actions", List.of("create", "read", "update"),
                                "fields", Map.of("*", "edit"))));
    }
}
