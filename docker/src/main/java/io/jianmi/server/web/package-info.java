/**
 * The edge of HTTP: paths that only the browser knows are answered with its one page, bodies beyond the limit with a
 * problem.
 */
@NullMarked
package io.jianmi.server.web;

import org.jspecify.annotations.NullMarked;
