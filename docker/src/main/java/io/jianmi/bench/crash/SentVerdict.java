package io.jianmi.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.Sql;
import java.util.ArrayList;
import java.util.List;

/** What must hold of what programs and visitors sent: all of it is there, once, and was written down once. */
final class SentVerdict {

    private final Api api;
    private final Doors doors;
    private final List<String> faults = new ArrayList<>();

    SentVerdict(Api api, Doors doors) {
        this.api = api;
        this.doors = doors;
    }

    /** Every rule that is broken, in words. What programs sent is sent once more beforehand: it makes nothing new. */
    List<String> faults(List<Sending> sendings) {
        sendings.stream()
                .filter(sending -> sending.acknowledged() && !sending.visitor())
                .forEach(this::repeated);
        int lost = 0;
        try (Sql sql = Sql.open(api.site(), "jianmi")) {
            String table = sql.formTable(api.site().tenant(), CrashForm.VISIT);
            for (Sending sending : sendings) {
                lost += sending.lost();
                List<String> rows =
                        sql.texts("select id::text from " + table + " where mark = ?::numeric", "" + sending.mark());
                expect(rows.size() == 1, sending, "there is one record of it, not " + rows.size());
                expect(sending.visitor() || rows.contains(sending.id()), sending, "it is the one acknowledged");
                rows.forEach(id -> writtenDown(sending, id));
            }
        }
        System.out.printf(
                "%d records sent by programs and visitors acknowledged, %d answers lost%n",
                sendings.stream().filter(Sending::acknowledged).count(), lost);
        return faults;
    }

    private void repeated(Sending sending) {
        Api.Result again = doors.send(api, sending);
        expect(
                again.ok() && again.body().path("id").asText().equals(sending.id()),
                sending,
                "the same key answers with the same record: " + again.status() + " " + again.code());
    }

    private void writtenDown(Sending sending, String id) {
        JsonNode entries = api.get(
                        "audra",
                        api.site().tenantPath() + "/audit/entries?limit=10&action=record.create&target=record/"
                                + CrashForm.VISIT + "/" + id)
                .orFail("the audit entries")
                .body()
                .path("items");
        int allowed = 0;
        for (JsonNode entry : entries) {
            allowed += "allow".equals(entry.path("out").asText()) ? 1 : 0;
        }
        expect(allowed == 1, sending, "its creation is one audit entry, not " + allowed);
    }

    private void expect(boolean holds, Sending sending, String rule) {
        if (!holds) {
            faults.add(sending.idempotencyKey() + ": not so: " + rule);
        }
    }
}
