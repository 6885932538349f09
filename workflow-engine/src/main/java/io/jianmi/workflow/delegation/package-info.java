/**
 * Who acts for whom while he is away: standing rules with dates, made by the member himself or by an administrator. Words owned
 * here: delegation, delegator, delegate. How a rule is applied is {@code assignee.Deputies}; open tasks are handed over by
 * {@code task}.
 */
@NullMarked
package io.jianmi.workflow.delegation;

import org.jspecify.annotations.NullMarked;
