package io.jianmi.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.crash.Submission.Outcome;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.ServerProcess;
import io.jianmi.bench.site.Site;
import io.jianmi.bench.site.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold after the crashes, whatever was killed when. */
final class Verdict {

    private final Api api;
    private final ServerProcess server;
    private final String records;
    private final Map<String, String> userNames = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    Verdict(Api api, ServerProcess server) {
        this.api = api;
        this.server = server;
        this.records = CrashForm.records(api.site());
        api.get("admin", api.site().tenantPath() + "/members?limit=200")
                .orFail("the members")
                .body()
                .path("items")
                .forEach(member -> userNames.put(
                        member.path("id").asText(), member.path("username").asText()));
    }

    /** Every rule that is broken, in words; empty when all hold. */
    List<String> faults(List<Submission> submissions) throws IOException, InterruptedException {
        long acknowledged = 0;
        long lost = 0;
        for (Submission submission : submissions) {
            if (!submission.completed()) {
                faults.add("submission " + submission.idempotencyKey() + " " + submission.id() + " did not complete");
                continue;
            }
            for (Step step : submission.steps()) {
                acknowledged += submission.count(step, Outcome.ACKNOWLEDGED);
                lost += submission.count(step, Outcome.LOST);
            }
            record(submission);
            timeline(submission);
            auditEntries(submission);
        }
        once(submissions);
        System.out.printf("%d decisions acknowledged, %d answers lost%n", acknowledged, lost);
        auditLog();
        return faults;
    }

    /** {@code end.set} has been done. */
    private void record(Submission submission) {
        JsonNode data = api.get("admin", records + "/" + submission.id())
                .orFail("the record")
                .body()
                .path("data");
        expect("A".equals(data.path("level").asText()), submission, "the end has set the level");
    }

    private void timeline(Submission submission) {
        JsonNode entries = api.get("admin", records + "/" + submission.id() + "/workflow")
                .orFail("the timeline")
                .body()
                .path("entries");
        expect(count(entries, "submit", "", "") == 1, submission, "submitted once");
        for (Step step : submission.steps()) {
            int acknowledged = submission.count(step, Outcome.ACKNOWLEDGED);
            expect(acknowledged <= 1, submission, step + " was acknowledged at most once, not " + acknowledged);
            int found = count(entries, "approve", step.node(), step.actor());
            expect(found == 1, submission, step + " stands once in the timeline, not " + found);
        }
        int decisions = count(entries, "approve", "", "");
        expect(decisions == submission.steps().size(), submission, "no decision too many: " + decisions);
    }

    /** A refused repeat is an entry of its own, marked as refused; the decision itself stands there once. */
    private void auditEntries(Submission submission) {
        for (Step step : submission.steps()) {
            expect(submission.tasks(step).size() == 1, submission, step + " had one task");
            int allowed = 0;
            for (String task : submission.tasks(step)) {
                String query = "/audit/entries?limit=200&action=task.approve&target=task/" + task;
                JsonNode entries = api.get("audra", api.site().tenantPath() + query)
                        .orFail("the audit entries")
                        .body()
                        .path("items");
                for (JsonNode entry : entries) {
                    allowed += "allow".equals(entry.path("out").asText()) ? 1 : 0;
                }
            }
            expect(allowed == 1, submission, step + " has one audit entry, not " + allowed);
        }
    }

    /** A create that was asked for again made no second record, and the workflow made and told one thing of each. */
    private void once(List<Submission> submissions) {
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = sql.formTable(api.site().tenant(), CrashForm.FORM);
            String receipts = sql.formTable(api.site().tenant(), CrashForm.RECEIPT);
            List<Submission> completed =
                    submissions.stream().filter(Submission::completed).toList();
            for (Submission submission : completed) {
                long rows = sql.number(
                        "select count(*) from " + table + " where amount = " + submission.amount()
                                + " and created_at >= (select created_at from " + table + " where id = ?::uuid)",
                        completed.get(0).id());
                expect(rows <= 1, submission, "there is one record of it, not " + rows);
                long made =
                        sql.number("select count(*) from " + receipts + " where customer = ?::uuid", submission.id());
                long told = sql.number(
                        "select count(*) from \"t_" + api.site().tenant() + "\".notification where record = ?::uuid"
                                + " and kind = 'workflow-told'",
                        submission.id());
                expect(made == 1, submission, "its workflow made one record, not " + made);
                expect(told == 1, submission, "its workflow told its author once, not " + told);
            }
        }
    }

    private void auditLog() throws IOException, InterruptedException {
        Site site = api.site();
        String exports = site.tenantPath() + "/audit/exports";
        Api.Result made = api.post("audra", exports, "{}").orFail("exporting the audit log");
        String file = exports + "/" + made.body().path("id").asText() + "/file";
        Path saved = Files.createTempFile("jianmi-audit", ".export");
        try {
            int status = api.download("audra", file, saved);
            if (status != 200 || server.command("audit", "verify", saved.toString()) != 0) {
                faults.add("the offline verifier refuses the exported audit log");
            }
        } finally {
            Files.delete(saved);
        }
    }

    private int count(JsonNode entries, String action, String node, String actor) {
        int count = 0;
        for (JsonNode entry : entries) {
            String name = userNames.getOrDefault(entry.path("actor").path("id").asText(), "");
            if (entry.path("action").asText().equals(action)
                    && (node.isEmpty() || entry.path("node").asText().equals(node))
                    && (actor.isEmpty() || name.equals(actor))) {
                count++;
            }
        }
        return count;
    }

    private void expect(boolean holds, Submission submission, String rule) {
        if (!holds) {
            faults.add("record " + submission.id() + ": not so: " + rule);
        }
    }
}
