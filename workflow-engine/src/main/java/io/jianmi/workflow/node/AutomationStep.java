package io.jianmi.workflow.node;

import io.jianmi.form.definition.LocalText;
import io.jianmi.workflow.assignee.Assignment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that the system does by itself. Expressions are FEEL over the fields of the instance's own record. */
public sealed interface AutomationStep {

    /** The word for it in definitions, timelines and audit entries. */
    String word();

    /**
     * Makes a record.
     *
     * @param form where
     * @param values field key of that form to expression
     * @param relation field of the new record that is to name this one
     */
    record Create(String form, Map<String, String> values, Optional<String> relation) implements AutomationStep {
        public Create {
            values = Map.copyOf(values);
        }

        @Override
        public String word() {
            return "create";
        }
    }

    /**
     * Changes this record, or those that it names.
     *
     * @param through relation field that names them; empty: this record
     * @param values field key to expression
     */
    record Update(Optional<String> through, Map<String, String> values) implements AutomationStep {
        public Update {
            values = Map.copyOf(values);
        }

        @Override
        public String word() {
            return "update";
        }
    }

    /**
     * Lets this record name another.
     *
     * @param field relation field of this record
     * @param to expression that gives ids; empty: what an earlier step of the node has made last
     */
    record Link(String field, Optional<String> to) implements AutomationStep {
        @Override
        public String word() {
            return "link";
        }
    }

    /**
     * Waits.
     *
     * @param lasting that long, or
     * @param until expression that gives a date or a point in time; one that gives none waits for nothing
     */
    record Wait(Optional<Duration> lasting, Optional<String> until) implements AutomationStep {
        @Override
        public String word() {
            return "wait";
        }
    }

    /**
     * Tells another system of the record. Queued with the step; the instance does not wait for it.
     *
     * @param url http or https
     * @param event what it tells; empty: the workflow and the node say it
     * @param fields keys of what is told of the record, each as its tag lets it leave
     */
    record Webhook(String url, Optional<String> event, List<String> fields) implements AutomationStep {
        public Webhook {
            fields = List.copyOf(fields);
        }

        @Override
        public String word() {
            return "webhook";
        }
    }

    /**
     * Tells members, as far as they may know of the record.
     *
     * @param to who is told; nobody where nobody is found, unless it says otherwise
     * @param text what they are told, by language; none where it is computed
     * @param formula expression that gives the text
     */
    record Notify(Assignment to, LocalText text, Optional<String> formula) implements AutomationStep {
        @Override
        public String word() {
            return "notify";
        }
    }

    /** Steps of a list that are of one kind. */
    static <S extends AutomationStep> List<S> of(List<AutomationStep> steps, Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
