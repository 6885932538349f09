/**
 * A small closed-loop HTTP/1.1 load generator on one thread: virtual users over keep-alive connections, a warm-up, then
 * measured windows. It shares the machine with the server it measures, so it parses no more of an answer than it must.
 * Imports the JDK alone.
 */
@NullMarked
package io.jianmi.bench.load;

import org.jspecify.annotations.NullMarked;
