/**
 * Running instances: how they start with a submitted record, move from node to node inside the relay's transaction, and
 * end. Words owned here: instance, visit, timeline. Rows are ours, tokens are the engine's; both commit together.
 */
@NullMarked
package io.jianmi.workflow.instance;

import org.jspecify.annotations.NullMarked;
