package io.jianmi.form.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes a saved view.
 *
 * @param ifMatch the header that names the version read
 * @param body what changes, as sent; a null takes something away
 */
record ChangeView(CompiledForm form, UUID id, @Nullable String ifMatch, ObjectNode body) implements Command<View> {

    @Override
    public String action() {
        return "view.update";
    }

    @Override
    public String target() {
        return ViewAudit.target(form, id);
    }

    @Override
    public String policy() {
        return form.policy();
    }
}
