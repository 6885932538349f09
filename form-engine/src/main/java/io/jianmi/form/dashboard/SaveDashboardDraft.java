package io.jianmi.form.dashboard;

import io.jianmi.core.command.Command;
import io.jianmi.core.command.Precondition;

/**
 * Keeps the draft of a dashboard, whole; a draft may be as wrong as its designer left it. Answers its revision.
 *
 * @param precondition which draft it replaces
 */
record SaveDashboardDraft(DashboardKey dashboard, String definition, Precondition precondition)
        implements Command<Integer> {

    @Override
    public String action() {
        return "dashboard.draft";
    }

    @Override
    public String target() {
        return dashboard.object();
    }
}
