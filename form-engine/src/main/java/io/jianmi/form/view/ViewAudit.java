package io.jianmi.form.view;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Command;
import io.jianmi.form.compile.CompiledForm;
import java.util.Map;
import java.util.UUID;

/** How entries name views: by id, kind and version. What a person called it, and what it asks, stays out of the log. */
final class ViewAudit {

    private ViewAudit() {}

    static String target(CompiledForm form, UUID id) {
        return "view/" + form.key() + "/" + id;
    }

    static AuditDraft entry(Command<?> command, View view) {
        return AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "kind",
                        view.content().kind().key(),
                        "shared",
                        String.valueOf(view.shared()),
                        "version",
                        view.version()));
    }
}
