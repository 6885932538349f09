package io.jianmi.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.load.Requests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** W1 and W2: one record a request, created and read by the seller. */
final class Singles {

    private static final long SEED = 20_261_124L;

    private final Bed bed;
    private final Steady steady;

    Singles(Bed bed, Steady steady) {
        this.bed = bed;
        this.steady = steady;
    }

    /** Every acknowledged record must be a row, and the newest rows must hold what was sent. */
    Measure create() throws IOException {
        Requests seller = bed.requests(Bed.SELLER);
        long before = bed.rowCount();
        List<String> notes = new ArrayList<>();
        Measure measure = steady.requests(
                Work.W1.label(),
                Work.W1.title(),
                () -> seller.post(bed.records(), "", Customers.create(bed.number())),
                notes);
        long landed = bed.rowCount() - before;
        Expect.that(
                landed == measure.operations(),
                "rows in the table (" + landed + ") equal records acknowledged (" + measure.operations() + ")");
        notes.add(String.format(Locale.ROOT, "%,d acknowledged records are %,d rows", measure.operations(), landed));
        notes.add(new ReadBack(bed).newestRows());
        return measure.withNotes(notes);
    }

    Measure read(int rows) throws IOException {
        List<String> ids = bed.visibleIds(rows);
        check(ids.get(0));
        SplittableRandom random = new SplittableRandom(SEED);
        Requests seller = bed.requests(Bed.SELLER);
        return steady.requests(
                Work.W2.label(),
                Work.W2.title(),
                () -> seller.get(bed.records() + "/" + ids.get(random.nextInt(ids.size()))),
                List.of(String.format(Locale.ROOT, "spread over %,d visible rows", ids.size())));
    }

    private void check(String id) {
        JsonNode record = bed.api()
                .get(Bed.SELLER, bed.records() + "/" + id)
                .orFail("reading one")
                .body();
        JsonNode data = record.path("data");
        long number = Customers.numberIn(data.path("notes").asText());
        Expect.that(data.path("mobile").has("masked") && data.path("nationalId").has("masked"), "masks are on");
        Expect.that(
                data.path("name").asText().equals(Customers.fields(number).get("name")), "the name is the record's");
        Expect.that("masked".equals(record.path("access").path("mobile").asText()), "access says masked");
    }
}
