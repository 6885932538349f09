package io.jianmi.bench;

import io.jianmi.bench.load.Requests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** W4: submit, find the manager's task, approve, find finance's task, approve, until the instance has ended. */
final class Approvals {

    private final Bed bed;
    private final Steady steady;

    Approvals(Bed bed, Steady steady) {
        this.bed = bed;
        this.steady = steady;
    }

    Measure run() throws IOException {
        bed.publishWorkflow();
        Requests seller = bed.requests(Bed.SELLER);
        Requests manager = bed.requests("mia");
        Requests finance = bed.requests("fay");
        List<ApprovalUser> users = new ArrayList<>();
        Measure measure = steady.users(
                Work.W4.label(),
                Work.W4.title(),
                meter -> {
                    ApprovalUser user = new ApprovalUser(bed, meter, seller, manager, finance);
                    users.add(user);
                    return user;
                },
                List.of());
        long repeats = users.stream().mapToLong(ApprovalUser::repeats).sum();
        List<String> checked = new ArrayList<>();
        for (ApprovalUser user : users) {
            user.lastEnded().ifPresent(id -> check(id, checked));
        }
        return measure.withNotes(List.of(
                String.format(
                        Locale.ROOT,
                        "%.2f repeated look-ups an approval",
                        repeats / (double) Math.max(1, measure.operations())),
                checked.size() + " ended instances checked: completed, one submit, two approvals, in order"));
    }

    /** The timeline of an ended instance, read by somebody who may see all of it. */
    private void check(String id, List<String> checked) {
        var workflow = bed.api()
                .get("admin", bed.records() + "/" + id + "/workflow")
                .orFail("the timeline")
                .body();
        Expect.that("completed".equals(workflow.path("status").asText()), "instance of record " + id + " completed");
        List<String> actions = new ArrayList<>();
        workflow.path("entries")
                .forEach(entry -> actions.add(entry.path("action").asText()));
        Expect.that(
                actions.indexOf("submit") == 0
                        && actions.stream().filter("submit"::equals).count() == 1
                        && actions.stream().filter("approve"::equals).count() == 2,
                "the timeline of record " + id + " is submit, approve, approve; not " + actions);
        checked.add(id);
    }
}
