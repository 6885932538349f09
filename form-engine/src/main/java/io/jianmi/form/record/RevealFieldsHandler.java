package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.time.Ids;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.access.RevealTerms;
import io.jianmi.form.compile.CompiledField;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Carries out {@link RevealFields}: the right, the purpose, the reason and the budget, all on record. */
@Singleton
final class RevealFieldsHandler implements CommandHandler<RevealFields, RevealFields.Granted, Visible> {

    /** Budgets where the definition names none (privacy design 3.5). */
    private static final int PER_HOUR = 30;

    private static final int PER_DAY = 200;
    private static final int LEAST_REASON = 2;
    private static final int LONGEST_REASON = 500;

    private final RecordReader reader;
    private final Ids ids;
    private final InstantSource clock;

    RevealFieldsHandler(RecordReader reader, Ids ids, InstantSource clock) {
        this.reader = reader;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Uni<Visible> load(RevealFields command, Actor actor) {
        return reader.intact(actor, command.form(), command.id(), RecordAction.READ);
    }

    @Override
    public Permit authorize(RevealFields command, Visible visible, Actor actor) {
        return new Permit(refusal(command, visible, actor), command.form().policy());
    }

    private static Optional<ProblemException> refusal(RevealFields command, Visible visible, Actor actor) {
        List<Finding> unknown = new ArrayList<>();
        for (int i = 0; i < command.fields().size(); i++) {
            if (visible.access().of(command.fields().get(i)) == FieldAccess.HIDDEN) {
                unknown.add(Finding.error("field.unknown", "/fields/" + i));
            }
        }
        if (!unknown.isEmpty() || command.fields().isEmpty()) {
            return Optional.of(ProblemException.of(RecordProblem.VALIDATION, unknown));
        }
        if (command.fields().stream()
                .anyMatch(
                        field -> !visible.access().of(field).atLeast(FieldAccess.REVEAL) || derived(command, field))) {
            return Optional.of(ProblemException.of(RecordProblem.REVEAL_REFUSED));
        }
        int reason = command.reason().strip().length();
        if (reason < LEAST_REASON || reason > LONGEST_REASON) {
            return Optional.of(ProblemException.of(
                    RecordProblem.REVEAL_REASON, List.of(Finding.error("reveal.reason-required", "/reason"))));
        }
        Optional<RevealTerms> terms = terms(command, visible);
        if (terms.isEmpty() && asksConsent(command, visible)) {
            return Optional.of(ProblemException.of(RecordProblem.REVEAL_APPROVAL));
        }
        if (terms.isEmpty()) {
            return Optional.of(ProblemException.of(
                    RecordProblem.REVEAL_PURPOSE, List.of(Finding.error("reveal.purpose-not-allowed", "/purpose"))));
        }
        boolean weak = terms.get().stepUp().isPresent()
                && actor.authenticationClass().filter("2"::equals).isEmpty();
        return weak ? Optional.of(ProblemException.of(RecordProblem.REVEAL_STEP_UP)) : Optional.empty();
    }

    /** What is shown of another record is revealed there, under that form's terms. */
    private static boolean derived(RevealFields command, String field) {
        return command.form().field(field).filter(CompiledField::derived).isPresent();
    }

    /** The terms under which this purpose opens all of these fields: of several fields the narrowest. */
    private static Optional<RevealTerms> terms(RevealFields command, Visible visible) {
        Optional<RevealTerms> narrowest = Optional.empty();
        for (String field : command.fields()) {
            Optional<RevealTerms> terms = purposeOf(command, field) ? terms(command, visible, field) : Optional.empty();
            if (terms.isEmpty()) {
                return terms;
            }
            boolean narrower = narrowest.isEmpty()
                    || terms.get().minutes() < narrowest.get().minutes();
            narrowest = narrower ? terms : narrowest;
        }
        return narrowest;
    }

    private static boolean purposeOf(RevealFields command, String field) {
        return command.form()
                .find(field)
                .map(CompiledField::tag)
                .filter(tag -> tag.purposes().isEmpty() || tag.purposes().contains(command.purpose()))
                .isPresent();
    }

    /** Whether this purpose would open all of these fields if a second person agreed, which nobody can be asked for here. */
    private static boolean asksConsent(RevealFields command, Visible visible) {
        return command.fields().stream()
                .allMatch(field -> purposeOf(command, field)
                        && offered(command, visible, field).findAny().isPresent());
    }

    private static Optional<RevealTerms> terms(RevealFields command, Visible visible, String field) {
        return offered(command, visible, field)
                .filter(terms -> terms.approvedBy().isEmpty())
                .max(Comparator.comparingInt(RevealTerms::minutes));
    }

    private static Stream<RevealTerms> offered(RevealFields command, Visible visible, String field) {
        List<RevealTerms> all = new ArrayList<>(visible.access().terms(field));
        visible.flow().grants().forEach(grant -> grant.terms(field).ifPresent(all::add));
        return all.stream().filter(terms -> terms.purposes().contains(command.purpose()));
    }

    @Override
    public Uni<Changes<RevealFields.Granted>> decide(RevealFields command, Visible visible, Actor actor) {
        RevealTerms terms = terms(command, visible).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant expires = now.plus(Duration.ofMinutes(terms.minutes()));
        UUID grant = ids.next();
        ObjectNode payload = Json.NODES.objectNode();
        command.fields().forEach(payload.putArray("fields")::add);
        payload.put("purpose", command.purpose()).put("reason", command.reason().strip());
        AuditDraft entry = AuditDraft.of(command.action(), command.target())
                .with(Map.of(
                        "purpose", command.purpose(), "version", visible.row().version(), "minutes", terms.minutes()))
                .with(payload, Optional.of(visible.row().subject()));
        List<Write> writes = List.of(
                grant(command, actor, grant, now, expires),
                budget(
                        command,
                        actor,
                        "hour/" + now.truncatedTo(ChronoUnit.HOURS),
                        terms.perHour().orElse(PER_HOUR)),
                budget(
                        command,
                        actor,
                        "day/" + now.truncatedTo(ChronoUnit.DAYS),
                        terms.perDay().orElse(PER_DAY)));
        return Uni.createFrom()
                .item(Changes.of(writes, entry, List.of(), () -> new RevealFields.Granted(grant, expires)));
    }

    private static Write grant(RevealFields command, Actor actor, UUID grant, Instant now, Instant expires) {
        return Write.any(
                """
                insert into "%s".reveal_grant (id, actor, form, record, fields, purpose, granted_at, expires_at)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """.formatted(actor.tenant().schema()),
                Tuple.tuple()
                        .addUUID(grant)
                        .addString(actor.id().value())
                        .addString(command.form().key())
                        .addUUID(command.id())
                        .addArrayOfString(command.fields().toArray(String[]::new))
                        .addString(command.purpose())
                        .addOffsetDateTime(RecordWrites.utc(now))
                        .addOffsetDateTime(RecordWrites.utc(expires)));
    }

    private static Write budget(RevealFields command, Actor actor, String window, int limit) {
        return new Budget(command.form().key(), window, limit, RecordProblem.REVEAL_LIMIT).use(actor, 1);
    }
}
