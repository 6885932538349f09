/**
 * FEEL, the one expression language of formulas, rules, conditions, scopes and filters (OMG DMN 1.5, chapter 10): text
 * in, a typed tree out, and from that tree values, inputs, taint, cost, the portable tree of the browser and SQL.
 *
 * <p>The only package that imports feel-engine; parsing and evaluating are its work, never ours. Imports core.problem,
 * core.json, core.privacy.sensitivity and jOOQ (conditions only).
 */
@NullMarked
package io.jianmi.form.expression;

import org.jspecify.annotations.NullMarked;
