/**
 * Who has to act on a node: rules as the designer wrote them, and their pure resolution against a snapshot of the
 * organisation. Words owned here: assignee, otherwise. May import core.identity (snapshot types) and the JDK; the shell
 * asks the directory.
 */
@NullMarked
package io.jianmi.workflow.assignee;

import org.jspecify.annotations.NullMarked;
