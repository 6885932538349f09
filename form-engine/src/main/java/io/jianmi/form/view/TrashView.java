package io.jianmi.form.view;

import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a saved view, or takes that back within the bin's time.
 *
 * @param ifMatch the header that names the version read; what is deleted is brought back as it stands
 */
record TrashView(CompiledForm form, UUID id, @Nullable String ifMatch, boolean restore) implements Command<View> {

    @Override
    public String action() {
        return restore ? "view.restore" : "view.delete";
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
