/**
 * Designing: apps, drafts of forms, publishing and the published versions. Commands, rows and REST of the designer, and the registry of
 * compiled forms that everybody else asks. May import form.parse, form.compile, form.access and core.
 */
@NullMarked
package io.jianmi.form.design;

import org.jspecify.annotations.NullMarked;
