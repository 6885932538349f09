package io.jianmi.workflow.instance;

import java.util.Locale;

/** Where an instance stands. Only a running one goes anywhere. */
public enum InstanceStatus {
    RUNNING,
    COMPLETED,
    REJECTED,
    WITHDRAWN,
    TERMINATED;

    /** The word in answers. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
