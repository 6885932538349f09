package io.jianmi.form.design;

import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.compile.CompiledForm;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of a form on their way to a version that stores fields otherwise, batch by batch in the order of their ids (ADR 0017). Each call
 * is one batch, holds no lock longer than its one statement, and does nothing twice.
 */
public interface RowMoves {

    /**
     * What became of the values of one field; those of a column of a subform are counted row by row.
     *
     * @param reduced how many of those that are converted lose their marks
     * @param failed by code, how many cannot be converted
     * @param records the first of those that hold one
     */
    record Tally(long converted, long reduced, long empty, Map<String, Long> failed, List<UUID> records) {

        public static final Tally NONE = new Tally(0, 0, 0, Map.of(), List.of());
        public static final Tally CONVERTED = new Tally(1, 0, 0, Map.of(), List.of());
        public static final Tally REDUCED = new Tally(1, 1, 0, Map.of(), List.of());
        public static final Tally EMPTY = new Tally(0, 0, 1, Map.of(), List.of());

        private static final int NAMED = 20;

        public static Tally failed(String code, UUID record) {
            return new Tally(0, 0, 0, Map.of(code, 1L), List.of(record));
        }

        public Tally plus(Tally more) {
            Map<String, Long> codes = new HashMap<>(failed);
            more.failed.forEach((code, count) -> codes.merge(code, count, Long::sum));
            List<UUID> named = Stream.concat(records.stream(), more.records.stream())
                    .distinct()
                    .limit(NAMED)
                    .toList();
            return new Tally(converted + more.converted, reduced + more.reduced, empty + more.empty, codes, named);
        }
    }

    /**
     * A batch.
     *
     * @param last where the next begins; empty when there is none
     * @param broken records whose seal does not hold, and does not hold after
     */
    record Batch(Optional<UUID> last, int rows, Map<String, Tally> fields, int broken) {}

    /** What would become of rows, batch by batch from the first on; it remembers which values only one of them may have. */
    @FunctionalInterface
    interface Rehearsal {

        /** What would become of the rows after this one; writes nothing. */
        Uni<Batch> next(Optional<UUID> after);
    }

    Rehearsal rehearse(TenantKey tenant, CompiledForm from, CompiledForm to);

    /**
     * Brings the rows after this one that have not been, or have changed since, to the new version, beside what they hold.
     *
     * @param along statements of the same transaction
     */
    Uni<Batch> bring(
            TenantKey tenant,
            CompiledForm from,
            CompiledForm to,
            Optional<UUID> after,
            Function<Batch, List<Write>> along);

    /** Makes the version that counts the one that the rows hold, and empties what their values have left. */
    Uni<Optional<UUID>> settle(TenantKey tenant, CompiledForm to, Optional<UUID> after);

    /** Seals what the histories of records hold of fields whose level was raised as the level asks. */
    Uni<Optional<UUID>> sealHistory(TenantKey tenant, CompiledForm to, Optional<UUID> after);

    /** Records of the form, those in the bin included. */
    Uni<Long> count(TenantKey tenant, CompiledForm form);
}
