/** The approval node: people decide under the node's own field view, and the instance waits for them. */
@NullMarked
package io.jianmi.workflow.node.approval;

import org.jspecify.annotations.NullMarked;
