package io.jianmi.form.comment;

import io.jianmi.core.identity.Actor;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** At which step of a workflow somebody stands who comments on a record; a form runs without one. */
public interface TaskPlaces {

    /** The node of his own task on the record: open, done, or a copy; empty for any other. */
    Uni<Optional<String>> node(Actor actor, UUID record, UUID task);

    /** What the nodes of the form's workflows are called now, by key; from memory. */
    Uni<Map<String, String>> titles(Actor actor, String form, String language);
}
