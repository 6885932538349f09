/** The one list of node types that the product ships. */
@NullMarked
package io.jianmi.workflow.node.builtin;

import org.jspecify.annotations.NullMarked;
