package io.jianmi.form.design;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form on its way to a version that stores fields otherwise (ADR 0017).
 *
 * @param definition of the version, as it was drafted when this began
 * @param kept what the version takes over
 * @param leaving keys of the fields of which what cannot be converted is left behind
 * @param actor who asked for it
 * @param after the last record of the phase that is done
 * @param rounds how often what changed meanwhile was looked for
 * @param total records when it began
 * @param problem why it failed
 */
record ConversionJob(
        TenantKey tenant,
        String app,
        String form,
        int version,
        String definition,
        String kept,
        Set<String> leaving,
        String actor,
        Phase phase,
        Optional<UUID> after,
        int rounds,
        long total,
        long done,
        long broken,
        Tallies tallies,
        @Nullable String problem) {

    /** Until the version counts, from then on, and at the end. */
    enum Phase {
        /** A dry run of many: they are read, and nothing is written. */
        REHEARSING(0),
        REHEARSED(2),
        /** The new columns are made. */
        PREPARING(0),
        /** Rows are brought to the version beside what they hold. */
        FILLING(0),
        /** Those that have changed meanwhile are brought again, round by round. */
        FOLLOWING(0),
        /** The version counts; the last that changed are brought. */
        CATCHING_UP(1),
        /** Rows become the version's own and leave their old columns. */
        SETTLING(1),
        /** What histories hold of raised fields is sealed. */
        HISTORY(1),
        /** Indexes on left columns are dropped, dead rows swept. */
        SWEEPING(1),
        DONE(2),
        FAILED(2),
        /** Somebody wants none of it: what was begun is being taken back. */
        CANCELLING(0),
        CANCELLED(2);

        private final int stage;

        Phase(int stage) {
            this.stage = stage;
        }

        boolean counts() {
            return stage == 1 || this == DONE;
        }

        /** Whether the version counts, or never will. */
        boolean decided() {
            return stage > 0;
        }

        boolean over() {
            return stage == 2;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Phase parse(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Asked for just now. */
    static ConversionJob asked(PublishForm version, Set<String> leaving, Actor actor, long records) {
        return new ConversionJob(
                actor.tenant(),
                version.app(),
                version.form(),
                version.version(),
                version.definition(),
                version.kept(),
                leaving,
                actor.id().value(),
                Phase.PREPARING,
                Optional.empty(),
                0,
                records,
                0,
                0,
                Tallies.NONE,
                null);
    }

    /** As whoever takes it up carries it on: what a rehearsal has met is remembered by nobody, so it begins anew. */
    ConversionJob takenUp() {
        return phase == Phase.REHEARSING ? at(phase, Optional.empty(), 0, 0, 0, Tallies.NONE) : this;
    }

    ConversionJob in(Phase next) {
        return at(next, Optional.empty(), rounds, done, broken, tallies);
    }

    ConversionJob at(Phase next, Optional<UUID> last, int round, long rows, long brokenRows, Tallies counted) {
        return new ConversionJob(
                tenant,
                app,
                form,
                version,
                definition,
                kept,
                leaving,
                actor,
                next,
                last,
                round,
                total,
                rows,
                brokenRows,
                counted,
                problem);
    }

    /** As designers see it; never a value. */
    ObjectNode view() {
        ObjectNode view = Json.NODES
                .objectNode()
                .put("version", version)
                .put("phase", phase.key())
                .put("total", total)
                .put("done", done)
                .put("broken", broken);
        view.set("fields", tallies.view());
        if (problem == null) {
            return view.putNull("problem");
        }
        view.set("problem", Json.parse(problem));
        return view;
    }
}
