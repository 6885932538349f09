package io.jianmi.form.consent;

import io.jianmi.core.command.Changes;
import io.jianmi.core.command.CommandHandler;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.time.Ids;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.record.KnownSubjects;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Carries out {@link GiveConsent}. */
@Singleton
final class GiveConsentHandler implements CommandHandler<GiveConsent, UUID, GiveConsentHandler.Loaded> {

    private final CompiledForms forms;
    private final KnownSubjects subjects;
    private final Ids ids;
    private final InstantSource clock;

    GiveConsentHandler(CompiledForms forms, KnownSubjects subjects, Ids ids, InstantSource clock) {
        this.forms = forms;
        this.subjects = subjects;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param known whether the tenant has records of the person
     * @param shown what published forms ask by
     */
    record Loaded(boolean known, List<ShownNotice> shown) {}

    /** For whom the desk does not exist nothing is looked up. */
    @Override
    public Uni<Loaded> load(GiveConsent command, Actor actor) {
        if (!PrivacyDesk.sits(actor)) {
            return Uni.createFrom().item(new Loaded(false, List.of()));
        }
        Uni<Boolean> known = ConsentTerms.subject(command.body())
                .map(subject -> subjects.known(actor.tenant(), subject))
                .orElseGet(() -> Uni.createFrom().item(false));
        return known.chain(
                found -> forms.all(actor.tenant()).map(published -> new Loaded(found, ShownNotice.of(published))));
    }

    @Override
    public Permit authorize(GiveConsent command, Loaded loaded, Actor actor) {
        return ConsentEntries.permit(actor);
    }

    @Override
    public Uni<Changes<UUID>> decide(GiveConsent command, Loaded loaded, Actor actor) {
        ConsentTerms terms = ConsentTerms.read(command.body(), loaded.known(), loaded.shown());
        ConsentEvent event = new ConsentEvent(
                ids.next(),
                terms.subject(),
                terms.notice().options().notice(),
                terms.purpose(),
                ConsentEvent.Act.GRANT,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.id().value(),
                new ConsentEvent.Source(
                        terms.notice().form(),
                        null,
                        terms.notice().field(),
                        terms.channel().orElse(null),
                        null));
        return Uni.createFrom().item(ConsentEntries.changes(actor, command, event));
    }
}
