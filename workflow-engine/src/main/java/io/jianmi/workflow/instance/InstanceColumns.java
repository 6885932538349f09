package io.jianmi.workflow.instance;

import io.jianmi.core.identity.MemberId;
import io.jianmi.workflow.design.WorkflowRef;
import io.vertx.mutiny.sqlclient.Row;

/** Instances as statements answer them: id, app, workflow, version, form, record and initiator, side by side. */
public final class InstanceColumns {

    private InstanceColumns() {}

    /** @param at where the first of the seven columns stands */
    public static Instance read(Row row, int at) {
        return new Instance(
                row.getUUID(at),
                new WorkflowRef(row.getString(at + 1), row.getString(at + 2), row.getInteger(at + 3)),
                row.getString(at + 4),
                row.getUUID(at + 5),
                new MemberId(row.getString(at + 6)));
    }
}
