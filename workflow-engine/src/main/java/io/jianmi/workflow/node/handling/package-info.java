/** The handling node: people fill in data and decide nothing; the instance waits for them. */
@NullMarked
package io.jianmi.workflow.node.handling;

import org.jspecify.annotations.NullMarked;
