/**
 * The contract of a node type: how its JSON is read, what it is in BPMN, and its {@link io.jianmi.workflow.node.Duty} -
 * what happens when an instance reaches it. The runtime knows duties, never node types, so a new type is one package and
 * one line in {@code workflow.node.builtin}. May import definition, assignee, sign and Jackson.
 */
@NullMarked
package io.jianmi.workflow.node;

import org.jspecify.annotations.NullMarked;
