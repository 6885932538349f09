package io.jianmi.form.dashboard;

import io.jianmi.core.command.Command;

/**
 * Makes a draft that was checked the next version. Answers its number.
 *
 * @param revision of the draft that was checked
 */
record PublishDashboard(DashboardKey dashboard, String definition, int revision) implements Command<Integer> {

    @Override
    public String action() {
        return "dashboard.publish";
    }

    @Override
    public String target() {
        return dashboard.object();
    }
}
