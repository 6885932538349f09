package io.jianmi.e2e;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that tries an operation of the API file in the demo tenant; what it names besides the demo's own is not there. */
record DemoCall(String method, String path, @Nullable String body) {

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** @param operation such as {@code GET /api/v1/me} */
    static DemoCall of(String operation) {
        String[] words = operation.split(" ", 2);
        String path = words[1].replace("{tenant}", "demo")
                .replace("{app}", "crm")
                .replace("{form}", "customer")
                .replace("{workflow}", "credit-approval")
                .replace("{version}", "1")
                .replace("{act}", act(words[1]))
                .replaceAll("\\{[^}]+}", HiddenOrMissingTest.MISSING);
        return new DemoCall(words[0], path, WITH_BODY.contains(words[0]) ? "{}" : null);
    }

    /** Acts on workflows, on what a person asked for, and those of tasks and approvals share their names. */
    private static String act(String path) {
        return path.contains("/workflow/") || path.contains("/privacy/requests/") ? "withdraw" : "approve";
    }
}
