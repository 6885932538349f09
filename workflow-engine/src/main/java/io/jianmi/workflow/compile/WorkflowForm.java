package io.jianmi.workflow.compile;

import io.jianmi.core.privacy.sensitivity.Sensitivity;
import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a workflow must know of the form whose records it handles. */
public interface WorkflowForm {

    /** Key of the form. */
    String key();

    /** Keys of the top-level fields, in form order. */
    Set<String> fields();

    Optional<FieldFacts> field(String key);

    /** This form as a row of a subform sees it: the columns stand before the fields of the same key; empty: it is none. */
    Optional<WorkflowForm> row(String subform);

    /**
     * The forms that steps of the workflow reach into, by key, as published; empty: what they say is not asked, since the
     * workflow was checked when it was published.
     */
    Optional<Map<String, WorkflowForm>> others();

    /** Compiles an expression over the form's fields and the acting person, for its {@code use}. */
    Checked expression(String text, Use use);

    /** What the result of an expression is used for, and so which type it must have. */
    sealed interface Use {
        /** A condition: boolean. */
        record Condition() implements Use {}

        /** Members: a text or a list of texts. */
        record Ids() implements Use {}

        /** A value for a field. */
        record ValueOf(String field) implements Use {}

        /** A value for a field of another form. */
        record ValueThere(String form, String field) implements Use {}

        /** What people are told. */
        record Words() implements Use {}

        /** A date or a point in time. */
        record Moment() implements Use {}
    }

    /**
     * @param people true for fields that hold member ids
     * @param departments true for fields that hold department ids
     * @param computed nobody may set it
     * @param needed a new record must have a value of it, and nothing but who makes the record gives it one
     * @param reference whose records it names
     */
    record FieldFacts(
            Sensitivity level,
            Set<String> purposes,
            boolean people,
            boolean departments,
            boolean computed,
            boolean needed,
            Optional<Reference> reference) {
        public FieldFacts {
            purposes = Set.copyOf(purposes);
        }
    }

    /**
     * A relation.
     *
     * @param form whose records are named
     * @param several whether it names more than one
     */
    record Reference(String form, boolean several) {}

    /**
     * @param formula empty when a finding blocks
     * @param findings with pointers relative to the expression
     */
    record Checked(Optional<Formula> formula, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }
}
