package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something is done about a request; answers its id.
 *
 * @param act what; a refusal is told from an answer by what it says
 * @param body as sent; read only after it is known that the actor may
 * @param language of the package that is made, as {@code Accept-Language} says it
 */
record ActOnRequest(UUID id, RequestAct act, @Nullable JsonNode body, String language) implements Command<UUID> {

    @Override
    public String action() {
        return "rights." + act.key();
    }

    @Override
    public String target() {
        return "rights/" + id;
    }

    /** Never prints what was written. */
    @Override
    public String toString() {
        return "ActOnRequest[" + target() + " " + act.key() + "]";
    }
}
