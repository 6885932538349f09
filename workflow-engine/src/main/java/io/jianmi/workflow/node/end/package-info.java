/** The end node: sets fields, then the instance is completed. */
@NullMarked
package io.jianmi.workflow.node.end;

import org.jspecify.annotations.NullMarked;
