package io.jianmi.e2e;

import io.jianmi.bench.site.Api;
import io.jianmi.core.json.Json;
import io.jianmi.e2e.Channel.Told;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A public form, asked by nobody in particular: what it is, and what becomes of the very values that a record holds. */
final class PublicChannel {

    private PublicChannel() {}

    /** Whoever is signed in is nobody here as well, so one person's token is tried beside none. */
    static Map<String, Told> told(Api api, String who, Exhibit what) {
        boolean once = who.equals("admin") || who.equals("nora");
        if (!once || !what.formKey().equals(MatrixExhibits.FORM)) {
            return Map.of();
        }
        String link = PublicForm.link(api, what.form());
        String token = who.equals("admin") ? api.tokens().of("admin") : "";
        Api.Result shown = api.sendAs("GET", token, link, null).orFail("the public form");
        Map<String, Object> data = new HashMap<>();
        shown.body()
                .path("fields")
                .findValuesAsText("key")
                .forEach(key -> data.put(key, what.values().get(key)));
        data.put("noSuchField", "x");
        Api.Result refused = api.sendAs(
                "POST",
                token,
                link,
                Json.write(Map.of("version", shown.body().path("version").asInt(), "noticed", true, "data", data)));
        if (refused.status() != 422 || data.size() < 2) {
            throw new AssertionError(refused.text());
        }
        String text = Told.text(shown) + Told.text(refused);
        return Channels.each(what, field -> new Told(text, Optional.empty(), "", true));
    }
}
