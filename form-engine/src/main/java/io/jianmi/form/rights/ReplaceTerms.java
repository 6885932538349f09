package io.jianmi.form.rights;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.record.RequestBody;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the tenant's terms; requests that stand keep what is due.
 *
 * @param body {@code {"items": [{"law", "answerIn", "extension", "warnBefore", "usual"}]}}, each law once; read only after it is known that
 *     the actor may
 */
record ReplaceTerms(@Nullable JsonNode body) implements Command<List<RequestTerm>> {

    @Override
    public String action() {
        return "rights.terms";
    }

    @Override
    public String target() {
        return "rights/terms";
    }

    @Singleton
    static final class Handler implements CommandHandler<ReplaceTerms, List<RequestTerm>, Boolean> {

        private static final int MOST_DAYS = 400;

        @Override
        public Uni<Boolean> load(ReplaceTerms command, Actor actor) {
            return Uni.createFrom().item(true);
        }

        @Override
        public Permit authorize(ReplaceTerms command, Boolean loaded, Actor actor) {
            return MakeRequestHandler.permit(actor);
        }

        @Override
        public Uni<Changes<List<RequestTerm>>> decide(ReplaceTerms command, Boolean loaded, Actor actor) {
            List<RequestTerm> terms = read(command.body());
            Map<String, Object> context = new HashMap<>();
            terms.forEach(term ->
                    context.put(term.law().key(), term.answerIn() + " " + term.extension() + " " + term.warnBefore()));
            AuditDraft entry = AuditDraft.of(command.action(), command.target()).with(context);
            return Uni.createFrom()
                    .item(Changes.of(
                            List.of(RequestTerms.replace(actor.tenant(), terms)), entry, List.of(), () -> terms));
        }

        private static List<RequestTerm> read(@Nullable JsonNode body) {
            List<Finding> findings = new ArrayList<>();
            JsonNode sent = RequestBody.object(body, findings);
            RequestBody.only(sent, findings, "items");
            List<RequestTerm> terms = new ArrayList<>();
            for (int i = 0; i < sent.path("items").size(); i++) {
                term(sent.path("items").get(i), "/items/" + i, findings).ifPresent(terms::add);
            }
            boolean each = terms.stream().map(RequestTerm::law).distinct().count() == Law.values().length
                    && terms.size() == Law.values().length;
            boolean one = terms.stream().filter(RequestTerm::usual).count() == 1;
            if (findings.isEmpty() && !(each && one)) {
                findings.add(Finding.error("rights.terms-incomplete", "/items"));
            }
            RequestEntry.refuse(findings);
            return terms;
        }

        private static Optional<RequestTerm> term(JsonNode item, String pointer, List<Finding> findings) {
            Optional<Law> law = Law.of(item.path("law").asText());
            if (law.isEmpty()) {
                findings.add(Finding.error("field.option-unknown", pointer + "/law"));
            }
            Optional<Period> answerIn = period(item, "answerIn", pointer, findings);
            Optional<Period> extension = period(item, "extension", pointer, findings);
            Optional<Period> warnBefore = period(item, "warnBefore", pointer, findings);
            return law.isPresent() && answerIn.isPresent() && extension.isPresent() && warnBefore.isPresent()
                    ? Optional.of(new RequestTerm(
                            law.get(),
                            answerIn.get(),
                            extension.get(),
                            warnBefore.get(),
                            item.path("usual").asBoolean(false)))
                    : Optional.empty();
        }

        /** Days, weeks or months, at least a day. */
        private static Optional<Period> period(JsonNode item, String key, String pointer, List<Finding> findings) {
            try {
                Period period = Period.parse(item.path(key).asText());
                long days = LocalDate.EPOCH.plus(period).toEpochDay();
                if (!period.isNegative() && days > 0 && days <= MOST_DAYS) {
                    return Optional.of(period);
                }
            } catch (DateTimeParseException none) {
                // Told below, as what is out of bounds is.
            }
            findings.add(Finding.error("rights.term-invalid", pointer + "/" + key));
            return Optional.empty();
        }
    }
}
