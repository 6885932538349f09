package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files in and out as channels. */
final class ExchangeChannels {

    private static final String BOUNDARY = "jianmi-test-boundary";

    private ExchangeChannels() {}

    /** The record as a file holds it; what was refused says so. */
    static Map<String, Told> exported(Api api, String who, Exhibit what) {
        Api.Result started =
                api.post(who, what.form() + "/exports", Map.of("format", "json", "filter", Channels.is(what)));
        if (!started.ok()) {
            return Channels.each(what, field -> new Told(Told.text(started), Optional.empty(), started.code(), false));
        }
        String job = what.form() + "/exports/" + started.body().path("id").asText();
        while (List.of("waiting", "running")
                .contains(api.get(who, job)
                        .orFail("the job")
                        .body()
                        .path("status")
                        .asText())) {
            Installation.pause(50);
        }
        Api.Result file = api.get(who, job + "/file").orFail("the file");
        JsonNode record = file.body().path("items").path(0);
        return Channels.each(what, field -> Told.of(file, record.path("data").path(field)));
    }

    /** A heading for each field and one that is none, so that nothing is stored whatever is allowed. */
    static Map<String, Told> imported(Api api, String who, Exhibit what) {
        List<String> fields = List.copyOf(what.values().keySet());
        String file = String.join(",", fields) + ",noSuchField\n" + "x,".repeat(fields.size()) + "x\n";
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file + "\r\n--"
                + BOUNDARY + "--\r\n";
        Api.Result answer = api.send(
                "POST",
                who,
                what.form() + "/imports?dryRun=true",
                body,
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY);
        Map<String, String> codes = new HashMap<>();
        answer.body()
                .path("errors")
                .forEach(finding -> codes.put(
                        finding.path("pointer").asText(), finding.path("code").asText()));
        return Channels.each(what, field -> {
            String code = answer.code().equals("import.mapping-invalid")
                    ? codes.getOrDefault("/columns/" + fields.indexOf(field), "")
                    : answer.code();
            return new Told(Told.text(answer), Optional.empty(), code, answer.ok());
        });
    }
}
