package io.jianmi.form.dashboard;

/** A dashboard of a tenant. */
record DashboardKey(String app, String key) {

    /** As commands and audit entries name it. */
    String object() {
        return "dashboard/" + app + "/" + key;
    }
}
