package io.jianmi.form.dashboard;

import io.jianmi.core.command.Command;
import java.util.Optional;

/**
 * Keeps the draft of a dashboard, whole; a draft may be as wrong as its designer left it. Answers its revision.
 *
 * @param seen the revision that the designer has read; empty: whatever there is
 */
record SaveDashboardDraft(DashboardKey dashboard, String definition, Optional<Integer> seen) implements Command<Integer> {

    @Override
    public String action() {
        return "dashboard.draft";
    }

    @Override
    public String target() {
        return dashboard.object();
    }
}
