package io.jianmi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.load.Requests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** W3 and W3c: one level, a fifth of the amounts, newest twenty, every field that the seller may see. */
final class Lists {

    private static final long SEED = 20_261_123L;
    private static final int WIDTH = 20_000;
    private static final int LOWEST = 80_000;

    private final Bed bed;
    private final Steady steady;

    Lists(Bed bed, Steady steady) {
        this.bed = bed;
        this.steady = steady;
    }

    Measure run(Work work) throws IOException {
        boolean count = work == Work.W3C;
        String size = String.format(Locale.ROOT, "%,d", bed.rowCount());
        List<String> notes = List.of(size + " rows", check(count));
        SplittableRandom random = new SplittableRandom(SEED);
        Requests seller = bed.requests(Bed.SELLER);
        return steady.requests(
                work.label() + " at " + size,
                work.title(),
                () -> seller.post(
                        bed.records() + "/query",
                        "",
                        query(random.nextInt(5), random.nextInt(LOWEST), count).getBytes(StandardCharsets.UTF_8)),
                notes);
    }

    private static String query(int level, int low, boolean count) {
        return "{\"filter\":{\"and\":[{\"field\":\"level\",\"op\":\"eq\",\"value\":\"" + Customers.LEVELS[level]
                + "\"},{\"field\":\"amount\",\"op\":\"gte\",\"value\":\"" + low
                + "\"},{\"field\":\"amount\",\"op\":\"lt\",\"value\":\"" + (low + WIDTH)
                + "\"}]},\"sort\":[\"-createdAt\"],\"limit\":20,\"count\":" + count + "}";
    }

    /** One page must be what the seller may see and what he asked for; a fast wrong answer is worth nothing. */
    private String check(boolean count) {
        int low = 10_000;
        JsonNode page = bed.api()
                .post(Bed.SELLER, bed.records() + "/query", query(2, low, count))
                .orFail("a list")
                .body();
        Expect.that(
                page.path("items").size() == 20,
                "a page has 20 rows, not " + page.path("items").size());
        Expect.that(page.path("count").has("value") == count, "the total is there exactly when it is asked for");
        String previous = "9";
        for (JsonNode item : page.path("items")) {
            JsonNode data = item.path("data");
            BigDecimal amount = new BigDecimal(data.path("amount").asText());
            Expect.that(Customers.LEVELS[2].equals(data.path("level").asText()), "the level is the one asked for");
            Expect.that(
                    amount.compareTo(BigDecimal.valueOf(low)) >= 0
                            && amount.compareTo(BigDecimal.valueOf(low + WIDTH)) < 0,
                    "the amount is in the range asked for");
            Expect.that(Customers.inScope(Customers.numberIn(data.path("notes").asText())), "the row is in the scope");
            Expect.that(
                    data.path("mobile").has("masked") && data.path("nationalId").has("masked"), "masks are on");
            Expect.that(data.path("name").isTextual() && data.path("address").isTextual(), "readable fields are clear");
            Expect.that(item.path("createdAt").asText().compareTo(previous) <= 0, "newest come first");
            previous = item.path("createdAt").asText();
        }
        return "one page checked in level, range, scope, order and masks";
    }
}
