/**
 * Errors as the world sees them: stable dotted codes, RFC 9457 bodies and findings with JSON Pointers.
 *
 * <p>Two kinds of failure: a {@link io.jianmi.core.problem.Finding} is a value (a definition may have forty, they come
 * back together); a {@link io.jianmi.core.problem.ProblemException} ends a request. Neither ever carries personal data.
 * Imports the JDK only.
 */
@NullMarked
package io.jianmi.core.problem;

import org.jspecify.annotations.NullMarked;
