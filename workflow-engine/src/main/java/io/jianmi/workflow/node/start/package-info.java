/** The start node: where the initiator submits, and where a record returns to him. */
@NullMarked
package io.jianmi.workflow.node.start;

import org.jspecify.annotations.NullMarked;
