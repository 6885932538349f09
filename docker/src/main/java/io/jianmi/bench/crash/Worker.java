package io.jianmi.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Site;
import java.util.List;
import java.util.Map;

/** Takes submissions through the workflow, whatever happens to the servers meanwhile; asks another one after a lost answer. */
final class Worker implements Runnable {

    private static final int PAUSE_MILLIS = 50;
    private static final int DOWN_MILLIS = 250;

    private final Nodes nodes;
    private final List<Submission> submissions;
    private final Quota quota;
    private final String records;
    private Api api;
    private int turn;

    Worker(Nodes nodes, List<Submission> submissions, Quota quota) {
        this.nodes = nodes;
        this.api = nodes.api(0);
        this.submissions = submissions;
        this.quota = quota;
        this.records = CrashForm.records(api.site());
    }

    @Override
    public void run() {
        try {
            for (int i = quota.take(submissions.size()); i >= 0; i = quota.take(submissions.size())) {
                finish(submissions.get(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void finish(Submission submission) throws InterruptedException {
        another();
        while (!submission.completed()) {
            try {
                if (!submission.exists()) {
                    create(submission);
                } else {
                    advance(submission);
                }
            } catch (Api.ConnectionLost e) {
                another();
                Thread.sleep(DOWN_MILLIS);
            }
        }
    }

    /** Asks the next server from now on. */
    private void another() {
        turn++;
        api = nodes.api(turn);
    }

    private void create(Submission submission) throws InterruptedException {
        Api.Result created = api.post(
                "sam",
                records,
                Map.of("data", submission.data(), "submit", true),
                "Idempotency-Key",
                submission.idempotencyKey());
        if (created.ok()) {
            submission.created(created.body().path("id").asText());
        } else {
            again(created, "creating");
        }
    }

    private void advance(Submission submission) throws InterruptedException {
        boolean acted = false;
        for (Step step : submission.steps()) {
            acted |= decide(submission, step);
        }
        if (acted) {
            return;
        }
        Api.Result state = api.get("admin", records + "/" + submission.id() + "/workflow");
        if (state.ok() && "completed".equals(state.body().path("status").asText())) {
            submission.complete();
        } else {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Whether there was a task of that actor to decide. */
    private boolean decide(Submission submission, Step step) throws InterruptedException {
        Site site = api.site();
        Api.Result inbox = api.get(
                step.actor(), site.tenantPath() + "/tasks?box=todo&record=" + submission.id() + "&node=" + step.node());
        if (!inbox.ok()) {
            again(inbox, "the inbox");
            return false;
        }
        JsonNode items = inbox.body().path("items");
        if (items.isEmpty()) {
            return false;
        }
        String task = items.path(0).path("id").asText();
        submission.tasks(step).add(task);
        try {
            Api.Result decided = api.post(
                    step.actor(),
                    site.tenantPath() + "/tasks/" + task + "/approve",
                    Map.of("comment", "同意 " + step.node()));
            submission.note(step, decided.ok() ? Submission.Outcome.ACKNOWLEDGED : Submission.Outcome.REFUSED);
        } catch (Api.ConnectionLost e) {
            submission.note(step, Submission.Outcome.LOST);
            throw e;
        }
        return true;
    }

    /** A server that is starting or stopping says 5xx, or does not know the caller yet; anything else is a fault. */
    private static void again(Api.Result result, String what) throws InterruptedException {
        if (result.status() < 500 && result.status() != 401) {
            throw new IllegalStateException(what + ": status " + result.status() + " " + result.text());
        }
        Thread.sleep(DOWN_MILLIS);
    }
}
