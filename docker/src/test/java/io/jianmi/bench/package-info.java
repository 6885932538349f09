/** Tests of the benchmark's own parts: a wrong instrument measures nothing. */
@NullMarked
package io.jianmi.bench;

import org.jspecify.annotations.NullMarked;
