/**
 * Acts that need a second person. Words of this package: approval (the request and what became of it), asker, approver, kind. A
 * domain that has such an act brings an {@link io.jianmi.core.approval.ApprovalKind}, asks through
 * {@link io.jianmi.core.approval.Approvals} in the command that would have done the act, and does it later by an approval that
 * {@link io.jianmi.core.approval.ApprovalRules} lets be used. Approvals hold no value of a record.
 */
@NullMarked
package io.jianmi.core.approval;

import org.jspecify.annotations.NullMarked;
