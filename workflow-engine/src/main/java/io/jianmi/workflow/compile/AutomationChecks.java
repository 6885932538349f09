package io.jianmi.workflow.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.webhook.guard.WebhookUrl;
import io.jianmi.workflow.compile.WorkflowForm.FieldFacts;
import io.jianmi.workflow.compile.WorkflowForm.Use;
import io.jianmi.workflow.node.AutomationStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the system is to do by itself: forms and relations must be there, and what forms demand must be given. */
final class AutomationChecks {

    private final WorkflowForm form;
    private final AssigneeChecks assignees;
    private final Checks checks;
    private final Map<String, Formula> formulas;
    private final Reach reach;

    AutomationChecks(WorkflowForm form, AssigneeChecks assignees, Checks checks, Map<String, Formula> formulas) {
        this.form = form;
        this.assignees = assignees;
        this.checks = checks;
        this.formulas = formulas;
        this.reach = new Reach(form, checks, formulas);
    }

    void check(List<AutomationStep> steps, String pointer) {
        for (int i = 0; i < steps.size(); i++) {
            String place = pointer + "/" + i + "/" + steps.get(i).word();
            AutomationStep step = steps.get(i);
            if (step instanceof AutomationStep.Create create) {
                create(create, place);
            } else if (step instanceof AutomationStep.Update update) {
                update(update, place);
            } else if (step instanceof AutomationStep.Link link) {
                link(link, AutomationStep.of(steps.subList(0, i), AutomationStep.Create.class), place);
            } else if (step instanceof AutomationStep.Webhook webhook) {
                webhook(webhook, place);
            } else if (step instanceof AutomationStep.Notify notify) {
                assignees.unchosen(notify.to(), place + "/assignees", formulas);
                notify.formula().ifPresent(text -> told(text, place + "/formula"));
            } else if (step instanceof AutomationStep.Wait wait) {
                wait.until().ifPresent(text -> reach.expression(form, text, new Use.Moment(), place + "/until"));
            }
        }
    }

    private void create(AutomationStep.Create create, String place) {
        if (create.form().equals(form.key())) {
            checks.error(Checks.AUTOMATION_OWN_FORM, place + "/form", "form", create.form());
            return;
        }
        reach.create(create, form, place);
    }

    /** What members are told stays in lists and mailboxes, so nothing personal goes into it (design 4: taint). */
    private void told(String text, String place) {
        reach.expression(form, text, new Use.Words(), place)
                .filter(formula -> formula.taint().compareTo(Sensitivity.INTERNAL) > 0)
                .ifPresent(formula -> checks.error(
                        Checks.NOTIFY_PERSONAL, place, "level", formula.taint().key()));
    }

    /** Where it goes must be readable in one way only; whether that may be reached is known when it is sent. */
    private void webhook(AutomationStep.Webhook webhook, String place) {
        Optional<WebhookUrl> url = WebhookUrl.parse(webhook.url());
        if (url.isEmpty()) {
            checks.error(Checks.WEBHOOK_URL, place + "/url");
        } else if (!url.get().secure()) {
            checks.warning(Checks.WEBHOOK_IN_CLEAR, place + "/url");
        }
        for (int i = 0; i < webhook.fields().size(); i++) {
            field(webhook.fields().get(i), place + "/fields/" + i);
        }
    }

    private void field(String key, String place) {
        Optional<FieldFacts> facts = form.field(key);
        if (facts.isEmpty()) {
            checks.error(Checks.UNKNOWN_FIELD, place, "field", key);
        } else if (facts.get().level() == Sensitivity.SECRET) {
            checks.error(Checks.WEBHOOK_SECRET, place, "field", key);
        } else if (facts.get().level().compareTo(Sensitivity.PERSONAL) >= 0) {
            checks.info(Checks.WEBHOOK_MASKED, place, "field", key);
        }
    }

    private void update(AutomationStep.Update update, String place) {
        if (update.through().isEmpty()) {
            new ValueChecks(form, form, checks).check(update.values(), place + "/values", formulas);
            return;
        }
        Optional<String> named = reach.relation(update.through().get(), place + "/through");
        Optional<WorkflowForm> target = named.flatMap(key -> reach.other(key, place + "/through"));
        if (target.isPresent()) {
            new ValueChecks(form, target.get(), checks).check(update.values(), place + "/values", formulas);
        } else {
            update.values().values().forEach(text -> reach.expression(form, text, new Use.Ids(), place));
        }
    }

    private void link(AutomationStep.Link link, List<AutomationStep.Create> before, String place) {
        Optional<String> named = reach.relation(link.field(), place + "/field");
        link.to().ifPresent(text -> reach.expression(form, text, new Use.Ids(), place + "/to"));
        boolean made = !before.isEmpty()
                && named.filter(before.get(before.size() - 1).form()::equals).isPresent();
        if (link.to().isEmpty() && named.isPresent() && !made) {
            checks.error(Checks.NOTHING_TO_LINK, place, "field", link.field());
        }
    }
}
