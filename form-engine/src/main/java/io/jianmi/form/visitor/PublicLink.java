package io.jianmi.form.visitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The link of a form's public page.
 *
 * @param token 144 random bits, base64url: whoever has it may fill in the form, and no more than that
 * @param until when it dies by itself, null for never
 */
record PublicLink(
        String form,
        String token,
        Instant createdAt,
        String createdBy,
        @Nullable Instant until) {

    boolean live(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** For who administers it. */
    ObjectNode view(String tenant) {
        ObjectNode view = Json.NODES.objectNode();
        view.put("path", "/p/" + tenant + "/" + token);
        view.put("createdAt", createdAt.toString());
        view.put("createdBy", createdBy);
        view.put("until", until == null ? null : until.toString());
        return view;
    }
}
