package io.jianmi.form.share;

import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.UUID;

/** Ends a share before its time. */
record EndShare(CompiledForm form, UUID record, UUID id) implements Command<Share> {

    static final String ACTION = "record.unshare";

    @Override
    public String action() {
        return ACTION;
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
