/** The join node: the instance goes on when every way of the fork has come here. */
@NullMarked
package io.jianmi.workflow.node.join;

import org.jspecify.annotations.NullMarked;
