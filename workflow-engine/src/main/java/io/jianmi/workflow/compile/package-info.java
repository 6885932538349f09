/**
 * A definition and its form, checked against each other, become a {@link io.jianmi.workflow.compile.CompiledWorkflow}
 * and from it BPMN 2.0 text. Pure. May import definition, node, assignee, sign, core.problem, core.identity (snapshot
 * types), core.privacy.sensitivity and the form's compiled types; never the engine's.
 */
@NullMarked
package io.jianmi.workflow.compile;

import org.jspecify.annotations.NullMarked;
