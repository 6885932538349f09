/**
 * What a designer wrote, parsed: forms, fields, rules, views and permission groups as plain records, unchecked and unresolved.
 * The checked twin is the compiled form. May import core.privacy.sensitivity and Jackson's tree; imports no other package
 * of this module.
 */
@NullMarked
package io.jianmi.form.definition;

import org.jspecify.annotations.NullMarked;
