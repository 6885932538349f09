/** The automation node: the system acts by itself, one step after the other. */
@NullMarked
package io.jianmi.workflow.node.automation;

import org.jspecify.annotations.NullMarked;
