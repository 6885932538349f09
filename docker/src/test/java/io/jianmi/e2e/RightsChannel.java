package io.jianmi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Channel.Told;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The package of all that is kept of a record's person, which the privacy desk has made because she asks for it. */
final class RightsChannel {

    private static final Map<String, String> ASKED = new ConcurrentHashMap<>();

    private RightsChannel() {}

    /** To the desk the record as the package holds it; everybody else is told that there is no such request. */
    static Map<String, Told> packed(Api api, String who, Exhibit what) {
        RightsDesk desk = new RightsDesk(api);
        String request = ASKED.computeIfAbsent(what.id(), id -> {
            String made = desk.make("access", desk.subject(what.formKey(), what.id()));
            desk.packed(made);
            return made;
        });
        Api.Result answer = api.get(who, desk.requests() + "/" + request);
        if (!answer.ok()) {
            Api.Result file = api.get(who, desk.requests() + "/" + request + "/file");
            return Channels.each(
                    what,
                    field -> new Told(Told.text(answer) + Told.text(file), Optional.empty(), file.code(), file.ok()));
        }
        JsonNode record = desk.record(request, what.id());
        return Channels.each(what, field -> {
            JsonNode shown = record.path("data").path(field);
            // The package opens what groups withhold; its text is judged field by field.
            return new Told(Told.text(answer), shown.isMissingNode() ? Optional.empty() : Optional.of(shown), "", true);
        });
    }
}
