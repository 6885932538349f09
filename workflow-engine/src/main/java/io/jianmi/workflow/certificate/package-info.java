/**
 * Approval certificates: what happened to a record in one instance, each act with its proof from the audit log, as far as the
 * reader may know it. Words owned here: certificate. Nothing is decided here on who may see what.
 */
@NullMarked
package io.jianmi.workflow.certificate;

import org.jspecify.annotations.NullMarked;
