package io.jianmi.workflow.compile;

import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the findings of one compilation. Codes are stable; params hold keys of the definition only. */
final class Checks {

    static final String NO_START = "workflow.no-start";
    static final String SEVERAL_STARTS = "workflow.several-starts";
    static final String NO_END = "workflow.no-end";
    static final String DUPLICATE_NODE = "workflow.duplicate-node";
    static final String UNKNOWN_NODE = "workflow.unknown-node";
    static final String UNREACHABLE = "workflow.unreachable-node";
    static final String DEAD_END = "workflow.dead-end";
    static final String MISSING_DEFAULT = "workflow.missing-default-branch";
    static final String MISPLACED_CONDITION = "workflow.misplaced-condition";
    static final String MISSING_CONDITION = "workflow.missing-condition";
    static final String SEVERAL_WAYS = "workflow.several-ways";
    static final String LOOP_WITHOUT_HUMAN = "workflow.loop-without-human";
    static final String NO_WAY_OUT = "workflow.no-way-out";
    static final String DECIDES_NOTHING = "workflow.decides-nothing";
    static final String NOTHING_TO_FILL_IN = "workflow.nothing-to-fill-in";
    static final String PARALLEL_WITHOUT_JOIN = "workflow.parallel-without-join";
    static final String PARALLEL_SEVERAL_JOINS = "workflow.parallel-several-joins";
    static final String PARALLEL_ONE_WAY = "workflow.parallel-one-way";
    static final String JOIN_WITHOUT_PARALLEL = "workflow.join-without-parallel";
    static final String JOIN_OF_SEVERAL = "workflow.join-of-several-parallels";
    static final String END_IN_BRANCH = "workflow.end-in-branch";
    static final String WAY_OUT_OF_BRANCH = "workflow.way-out-of-branch";
    static final String WAY_INTO_BRANCH = "workflow.way-into-branch";
    static final String WAY_BETWEEN_BRANCHES = "workflow.way-between-branches";
    static final String RETURN_INTO_BRANCH = "workflow.return-into-branch";
    static final String FORM_MISMATCH = "workflow.form-mismatch";
    static final String UNKNOWN_FIELD = "field.unknown";
    static final String COMPUTED_FIELD = "workflow.computed-field";
    static final String SEES_TOO_MUCH = "workflow.sees-too-much";
    static final String CAPPED = "workflow.capped";
    static final String REVEAL_WITHOUT_TERMS = "workflow.reveal-without-terms";
    static final String REVEAL_PURPOSE = "workflow.reveal-purpose";
    static final String AUTO_APPROVE_REVEALS = "workflow.auto-approve-reveals";
    static final String ASSIGNEES_NOBODY = "workflow.assignees-nobody";
    static final String NOBODY_CHOOSES = "workflow.nobody-chooses";
    static final String NOBODY_CHOOSES_HERE = "workflow.nobody-chooses-here";
    static final String SUBMITTER_CHOOSES = "workflow.submitter-chooses";
    static final String ASSIGNEES_FIELD = "workflow.assignees-field";
    static final String FORM_NOT_PUBLISHED = "workflow.form-not-published";
    static final String AUTOMATION_OWN_FORM = "workflow.automation-own-form";
    static final String AUTOMATION_LOWERS_TAG = "workflow.automation-lowers-tag";
    static final String AUTOMATION_VALUE_MISSING = "workflow.automation-value-missing";
    static final String WEBHOOK_URL = "workflow.webhook-url";
    static final String WEBHOOK_IN_CLEAR = "workflow.webhook-not-encrypted";
    static final String WEBHOOK_MASKED = "workflow.webhook-masked";
    static final String WEBHOOK_SECRET = "workflow.webhook-withheld";
    static final String NO_RELATION = "workflow.not-a-relation";
    static final String NOTHING_TO_LINK = "workflow.nothing-to-link";
    static final String NOTIFY_PERSONAL = "workflow.notify-personal";
    static final String NO_SUBFORM = "workflow.not-a-subform";
    static final String NO_SUBWORKFLOW = "workflow.subworkflow-missing";
    static final String UNKNOWN_SUBWORKFLOW = "workflow.subworkflow-unknown";
    static final String SUBWORKFLOW_LOOP = "workflow.subworkflow-loop";
    static final String DUE_SPAN = "workflow.due-span";

    private final List<Finding> findings = new ArrayList<>();

    void error(String code, String pointer, String name, Object value) {
        findings.add(Finding.error(code, pointer, Map.of(name, value)));
    }

    void error(String code, String pointer) {
        findings.add(Finding.error(code, pointer));
    }

    void warning(String code, String pointer) {
        findings.add(Finding.warning(code, pointer, Map.of()));
    }

    void warning(String code, String pointer, String name, Object value) {
        findings.add(Finding.warning(code, pointer, Map.of(name, value)));
    }

    void info(String code, String pointer, String name, Object value) {
        findings.add(new Finding(Finding.Severity.INFO, code, pointer, Map.of(name, value)));
    }

    void below(String pointer, List<Finding> others) {
        others.forEach(finding -> findings.add(finding.below(pointer)));
    }

    boolean block() {
        return Finding.anyBlocks(findings);
    }

    List<Finding> list() {
        return List.copyOf(findings);
    }
}
