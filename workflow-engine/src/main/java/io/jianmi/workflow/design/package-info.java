/**
 * Drafts, publishing and versions of workflow definitions, and the catalog that gives the compiled ones. Words owned
 * here: draft, publish, version.
 */
@NullMarked
package io.jianmi.workflow.design;

import org.jspecify.annotations.NullMarked;
