/**
 * The one access decision: permission groups, row scopes, task grants, caps and reveals to the access of each field of
 * one record. Pure: no framework, no storage. Owns the words permission group, record action, field access, scope.
 */
@NullMarked
package io.jianmi.form.access;

import org.jspecify.annotations.NullMarked;
