/**
 * What the system does by itself at an automation: one step, one command, one transaction with the message that asked for
 * it. Words owned here: step, waking. May import workflow.instance, workflow.compile, workflow.design and the record ports.
 */
@NullMarked
package io.jianmi.workflow.automation;

import org.jspecify.annotations.NullMarked;
