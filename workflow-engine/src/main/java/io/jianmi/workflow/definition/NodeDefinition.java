package io.jianmi.workflow.definition;

import io.jianmi.form.definition.LocalText;

/** One node as the designer wrote it. Open: each node type brings its own record. */
public interface NodeDefinition {

    /** Unique in the workflow, kebab-case, stable for ever: timelines and tasks name it. */
    String key();

    /** Key of the node type, such as {@code approval}. */
    String type();

    LocalText title();
}
