/** The copy node: people are told, nothing waits. */
@NullMarked
package io.jianmi.workflow.node.cc;

import org.jspecify.annotations.NullMarked;
