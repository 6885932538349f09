/** The condition node: the outgoing edges' conditions decide where the instance goes on. */
@NullMarked
package io.jianmi.workflow.node.condition;

import org.jspecify.annotations.NullMarked;
