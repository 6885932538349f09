/**
 * What a designer wrote: a workflow definition as nodes and edges, before it is checked against its form.
 *
 * <p>Words owned here: workflow, node, edge, title. Node kinds live in {@code workflow.node.<type>} and only promise
 * {@link io.jianmi.workflow.definition.NodeDefinition} here. Imports the titles of form.definition and the JDK.
 */
@NullMarked
package io.jianmi.workflow.definition;

import org.jspecify.annotations.NullMarked;
