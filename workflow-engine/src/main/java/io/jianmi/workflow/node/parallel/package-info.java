/** The parallel node: a fork all of whose ways are taken at once. */
@NullMarked
package io.jianmi.workflow.node.parallel;

import org.jspecify.annotations.NullMarked;
