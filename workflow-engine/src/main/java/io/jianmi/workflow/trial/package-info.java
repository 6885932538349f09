/**
 * A workflow tried out before it is published: whom its steps would ask, and the way that a sample record would go. Nothing is stored and
 * no record of the tenant is read. Words owned here: trial, sample, trial step. Trial is pure; it walks the compiled workflow with the
 * runtime's own rules. May import workflow.compile, workflow.design, workflow.instance and workflow.automation.
 */
@NullMarked
package io.jianmi.workflow.trial;

import org.jspecify.annotations.NullMarked;
