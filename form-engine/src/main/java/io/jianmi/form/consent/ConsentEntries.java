package io.jianmi.form.consent;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.command.Changes;
import io.jianmi.core.command.Command;
import io.jianmi.core.command.Permit;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.privacy.consent.ConsentEvent;
import io.jianmi.core.privacy.consent.ConsentLedger;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What giving and withdrawing have in common: who may, and what is left behind. Pure. */
final class ConsentEntries {

    private ConsentEntries() {}

    /** The privacy desk; nobody else knows that there is a ledger. */
    static Permit permit(Actor actor) {
        return PrivacyDesk.sits(actor)
                ? Permit.allow(GiveConsent.POLICY)
                : Permit.refuse(ProblemException.of(CommonProblem.NOT_FOUND), GiveConsent.POLICY);
    }

    static Changes<UUID> changes(Actor actor, Command<UUID> command, ConsentEvent event) {
        List<Write> writes = List.of(ConsentLedger.add(actor.tenant(), event));
        return Changes.of(writes, entry(command.action(), event), List.of(), event::id)
                .making(event.id());
    }

    /** Under the person, whichever address was called: the desk finds all about her by one object. */
    static AuditDraft entry(String action, ConsentEvent event) {
        ConsentEvent.Source source = event.source();
        Map<String, Object> context = new HashMap<>(Map.of(
                "consent",
                event.id().toString(),
                "purpose",
                event.purpose(),
                "notice",
                event.notice(),
                "form",
                source.form(),
                "field",
                source.field()));
        if (source.channel() != null) {
            context.put("channel", source.channel().key());
        }
        if (source.withdraws() != null) {
            context.put("withdraws", source.withdraws().toString());
        }
        return AuditDraft.of(action, "subject/" + event.subject()).with(context);
    }
}
