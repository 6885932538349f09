package io.jianmi.e2e;

import io.jianmi.bench.site.Api;

/** Boxes of work, which fill a moment after what fills them. */
final class Inbox {

    private static final int TRIES = 100;

    private Inbox() {}

    /** The id of somebody's task about a record, once it has come to this box. */
    static String task(Api api, String member, String box, String record) {
        for (int i = 0; i < TRIES; i++) {
            String task = api.get(member, api.site().tenantPath() + "/tasks?box=" + box + "&record=" + record)
                    .orFail("the inbox")
                    .body()
                    .at("/items/0/id")
                    .asText();
            if (!task.isEmpty()) {
                return task;
            }
            Installation.pause(100);
        }
        throw new AssertionError(member + " got no task in " + box);
    }
}
