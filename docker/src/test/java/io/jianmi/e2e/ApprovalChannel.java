package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A request to open a field by agreement: in the lists of whoever asked and of who may decide, and by its address. */
final class ApprovalChannel {

    private static final String FIELD = "personal2";
    private static final Map<String, String> ASKED = new ConcurrentHashMap<>();

    private ApprovalChannel() {}

    static Map<String, Told> listed(Api api, String who, Exhibit what) {
        String request = asked(api, what);
        if (request.isEmpty()) {
            return Map.of();
        }
        StringBuilder texts = new StringBuilder();
        for (String box : List.of("todo", "asked", "done")) {
            texts.append(Told.text(api.get(who, approvals(api) + "?box=" + box + "&record=" + what.id())));
        }
        return all(what, texts.toString());
    }

    static Map<String, Told> shown(Api api, String who, Exhibit what) {
        String request = asked(api, what);
        if (request.isEmpty()) {
            return Map.of();
        }
        Api.Result answer = api.get(who, approvals(api) + "/" + request);
        boolean involved = List.of("sam", "rick", "rose", "paul").contains(who);
        if (answer.ok() != involved) {
            throw new AssertionError(who + ", " + what.name() + ": " + answer.text());
        }
        return all(what, Told.text(answer));
    }

    /** No field is shown to anybody: only that nothing slips through is to be seen. */
    private static Map<String, Told> all(Exhibit what, String text) {
        return Channels.each(what, field -> new Told(text, Optional.empty(), "", true));
    }

    private static String approvals(Api api) {
        return api.site().tenantPath() + "/approvals";
    }

    /** Sellers ask for what their own records withhold; risk and the privacy desk decide. */
    private static String asked(Api api, Exhibit what) {
        if (!what.formKey().equals(MatrixExhibits.FORM) || !what.name().equals("sam's")) {
            return "";
        }
        return ASKED.computeIfAbsent(what.id(), id -> {
            Map<String, Object> body = Map.of("fields", List.of(FIELD), "purpose", "contract", "reason", "核对合同双方");
            return api.post("sam", what.record() + "/reveal", body)
                    .orFail("asking")
                    .body()
                    .path("request")
                    .asText();
        });
    }
}
