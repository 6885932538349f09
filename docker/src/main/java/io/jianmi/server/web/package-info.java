/** The user interface's addresses: paths that only the browser knows are answered with its one page. */
@NullMarked
package io.jianmi.server.web;

import org.jspecify.annotations.NullMarked;
