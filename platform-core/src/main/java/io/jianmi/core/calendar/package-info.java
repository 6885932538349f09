/**
 * A tenant's working time and how it is counted. Words owned here: calendar, working time, holiday, make-up workday, span.
 * Pure: imports the JDK, problems and JSON trees; {@code calendar.setting} keeps it.
 */
@NullMarked
package io.jianmi.core.calendar;

import org.jspecify.annotations.NullMarked;
