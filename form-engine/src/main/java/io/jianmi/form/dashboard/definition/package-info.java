/**
 * Dashboards as their designers write them: widgets, each a question about one form's records, on a grid. Pure: JSON to
 * {@code DashboardDefinition}, and all that is wrong with one, at once. May use {@code aggregate}, {@code query}, {@code compile},
 * {@code parse}.
 */
@NullMarked
package io.jianmi.form.dashboard.definition;

import org.jspecify.annotations.NullMarked;
