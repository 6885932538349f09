/**
 * Subworkflow nodes at run time: the workflows of other records start, and their ends let the instance go on. Owns the table of
 * children. Glossary: subworkflow. Imports automation, instance, design and form.record.
 */
@NullMarked
package io.jianmi.workflow.subworkflow;

import org.jspecify.annotations.NullMarked;
