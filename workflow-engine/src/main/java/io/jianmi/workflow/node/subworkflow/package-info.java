/** The subworkflow node: workflows of other records start. Glossary: subworkflow. */
@NullMarked
package io.jianmi.workflow.node.subworkflow;

import org.jspecify.annotations.NullMarked;
