package io.jianmi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.load.Requests;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** W7: the newest page of everything that a manager has to decide, with the titles of the records as he may see them. */
final class Inbox {

    /** As many open tasks as one member may be expected to have. */
    static final int FULL = 10_000;

    private static final String MANAGER = "mia";

    private final Bed bed;
    private final Steady steady;

    Inbox(Bed bed, Steady steady) {
        this.bed = bed;
        this.steady = steady;
    }

    /** @param open tasks that the manager has at least */
    Measure read(int open) throws IOException {
        Waiting waiting = new Waiting(bed);
        waiting.fillTo(open);
        String path = bed.site().tenantPath() + "/tasks?box=todo";
        String checked = check(path);
        Requests manager = bed.requests(MANAGER);
        return steady.requests(
                Work.W7.label(),
                Work.W7.title(),
                () -> manager.get(path),
                List.of(String.format(Locale.ROOT, "%,d instances wait", waiting.count()), checked));
    }

    private String check(String path) {
        JsonNode page = bed.api().get(MANAGER, path).orFail("the inbox").body();
        Expect.that(page.path("items").size() >= 20, "a full inbox has a full page");
        Expect.that(page.path("next").isTextual(), "there is more behind it");
        String previous = "9";
        for (JsonNode item : page.path("items")) {
            Expect.that(!item.at("/record/title").asText().isEmpty(), "every task names its record");
            Expect.that(item.path("createdAt").asText().compareTo(previous) <= 0, "newest come first");
            previous = item.path("createdAt").asText();
        }
        return page.path("items").size() + " tasks a page, checked in order and titles";
    }
}
