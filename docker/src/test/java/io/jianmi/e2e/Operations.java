package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every operation of the API, as the server itself describes it. */
final class Operations {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** Bodies of every kind that an operation may get: none, empty, wrong, right for some, broken. */
    private static final List<@Nullable String> BODIES = Arrays.asList(
            null,
            "{}",
            "[]",
            "{\"data\":{\"name\":\"钱改\"}}",
            "{\"data\":{\"noSuchField\":1,\"company\":\"0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21\"},\"submit\":true}",
            "{\"fields\":[\"idNumber\"],\"purpose\":\"contract\",\"reason\":\"核对\"}",
            "{\"fields\":[],\"purpose\":\"none\",\"reason\":\"\"}",
            "{\"comment\":\"同意\",\"data\":{\"level\":\"A\"},\"to\":\"start\",\"seen\":1}",
            "{\"ids\":[\"0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21\"],\"data\":{\"level\":\"A\"}}",
            "{\"ids\":[\"0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21\"]}",
            "{\"data\":");

    private static final List<String> ON_TASKS = List.of(
            "approve", "reject", "return", "transfer", "add-signer", "remove-signer", "save", "take-back", "reassign");

    private static final List<String> ON_INSTANCES = List.of("withdraw", "remind", "terminate", "reactivate");

    private Operations() {}

    /** @param template such as {@code /api/v1/tenants/{tenant}/tasks/{id}} */
    record Operation(String method, String template) {

        String at(Map<String, String> parameters) {
            String path = template;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                path = path.replaceAll("\\{" + parameter.getKey() + "(:[^}]*)?}", parameter.getValue());
            }
            return path.replaceAll("\\{[^}]*}", "1");
        }

        boolean writes() {
            return !method.equals("GET");
        }

        boolean names(String parameter) {
            return template.contains("{" + parameter);
        }

        /** No body, and for what takes one each kind of body. */
        List<@Nullable String> bodies() {
            List<@Nullable String> none = new ArrayList<>();
            none.add(null);
            return writes() ? BODIES : none;
        }
    }

    static List<Operation> of(Api api) {
        JsonNode paths = api.get("admin", "/q/openapi?format=json")
                .orFail("the description of the API")
                .body()
                .path("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method) && path.getKey().startsWith("/api/v1/")) {
                        operations.addAll(spelledOut(method.toUpperCase(Locale.ROOT), path.getKey()));
                    }
                }));
        return operations;
    }

    /** One operation for each word that a path segment takes. */
    private static List<Operation> spelledOut(String method, String template) {
        List<Operation> operations = new ArrayList<>();
        if (template.contains("{act")) {
            for (String act : template.contains("/workflow/") ? ON_INSTANCES : ON_TASKS) {
                operations.add(new Operation(method, template.replaceAll("\\{act[^}]*}", act)));
            }
        } else {
            operations.add(new Operation(method, template));
        }
        return operations;
    }
}
