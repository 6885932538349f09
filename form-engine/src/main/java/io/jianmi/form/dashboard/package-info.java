/**
 * Dashboards: drafts, versions, and what each reader is told. A dashboard is only a set of questions: they are answered by
 * {@code form.record} under the reader's own access, so a dashboard shows to each what he could find out anyway, and a widget that names what
 * does not exist for him does not exist either.
 */
@NullMarked
package io.jianmi.form.dashboard;

import org.jspecify.annotations.NullMarked;
