package io.jianmi.bench;

import io.jianmi.bench.load.Answer;
import io.jianmi.bench.load.Meter;
import io.jianmi.bench.load.Requests;
import io.jianmi.bench.load.VirtualUser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes one approval after the other through both steps, each request after the answer to the last. Writes ask the
 * server to wait for the engine ({@code Prefer: wait=2}); a look-up that finds nothing yet is repeated.
 */
final class ApprovalUser implements VirtualUser {

    private static final String WAIT = "Prefer: wait=2\r\n";
    private static final int MOST_REPEATS = 500;
    private static final byte[] COMMENT = "{\"comment\":\"同意，资料齐全。\"}".getBytes(StandardCharsets.UTF_8);

    private final Bed bed;
    private final Meter meter;
    private final Requests seller;
    private final Requests manager;
    private final Requests finance;
    private Step step = Step.SUBMIT;
    private String record = "";
    private long startedAt;
    private int lookUps;
    private long repeats;
    private @Nullable String lastEnded;

    private enum Step {
        SUBMIT,
        FIND_MANAGER,
        MANAGER,
        FIND_FINANCE,
        FINANCE,
        ENDED
    }

    ApprovalUser(Bed bed, Meter meter, Requests seller, Requests manager, Requests finance) {
        this.bed = bed;
        this.meter = meter;
        this.seller = seller;
        this.manager = manager;
        this.finance = finance;
    }

    long repeats() {
        return repeats;
    }

    Optional<String> lastEnded() {
        return Optional.ofNullable(lastEnded);
    }

    @Override
    public byte[] next(@Nullable Answer answer) {
        if (answer == null) {
            return submit();
        }
        if (!answer.ok()) {
            meter.failed(step + " " + answer.status() + " " + answer.text("code"));
            return submit();
        }
        return switch (step) {
            case SUBMIT -> {
                startedAt = answer.sentAt();
                record = answer.text("id");
                yield find(Step.FIND_MANAGER, manager);
            }
            case FIND_MANAGER -> found(answer, Step.MANAGER, manager);
            case MANAGER -> find(Step.FIND_FINANCE, finance);
            case FIND_FINANCE -> found(answer, Step.FINANCE, finance);
            case FINANCE -> {
                lookUps = 0;
                yield ended(answer, answer.text("instanceStatus"));
            }
            case ENDED -> ended(answer, answer.text("status"));
        };
    }

    private byte[] submit() {
        step = Step.SUBMIT;
        return seller.post(bed.records(), WAIT, Customers.create(bed.number()));
    }

    private byte[] find(Step next, Requests who) {
        step = next;
        lookUps = 0;
        return inbox(who);
    }

    private byte[] inbox(Requests who) {
        return who.get(bed.site().tenantPath() + "/tasks?box=todo&limit=1&record=" + record);
    }

    private byte[] found(Answer answer, Step next, Requests who) {
        String task = answer.textAfter("\"items\":[{", "id");
        if (task.isEmpty()) {
            return again(() -> inbox(who));
        }
        step = next;
        return who.post(bed.site().tenantPath() + "/tasks/" + task + "/approve", WAIT, COMMENT);
    }

    private byte[] state() {
        step = Step.ENDED;
        return finance.get(bed.records() + "/" + record + "/workflow");
    }

    /** The answer to the last decision tells the end, unless the engine took longer than the wait. */
    private byte[] ended(Answer answer, String status) {
        if (!"completed".equals(status)) {
            return again(this::state);
        }
        lastEnded = record;
        meter.succeeded(startedAt, answer.receivedAt());
        return submit();
    }

    private byte[] again(Supplier<byte[]> request) {
        repeats++;
        lookUps++;
        if (lookUps > MOST_REPEATS) {
            meter.failed(step + " found nothing");
            return submit();
        }
        return request.get();
    }
}
