package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Says it differently, takes it back, or takes that back.
 *
 * @param body what is said instead, as sent; an empty object unless it is {@link Kind#EDIT}
 * @param version that the caller has read, where he said so
 */
record ChangeComment(CompiledForm form, UUID record, UUID id, Kind kind, JsonNode body, OptionalInt version)
        implements Command<Comment> {

    enum Kind {
        EDIT("comment.edit"),
        DELETE("comment.delete"),
        RESTORE("comment.restore");

        private final String action;

        Kind(String action) {
            this.action = action;
        }

        String action() {
            return action;
        }
    }

    @Override
    public String action() {
        return kind.action();
    }

    @Override
    public String target() {
        return form.object(record);
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
