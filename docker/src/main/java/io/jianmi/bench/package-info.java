/**
 * The benchmark: a fixed workload against a running server, with checks that the answers are right and a raw PostgreSQL
 * yardstick in the same run. Started by {@code ./jianmi bench}; see {@code docker/docs/benchmark.md}. Nothing of the
 * server imports it; it may import its own subpackages, the JDK, Jackson and the PostgreSQL driver.
 */
@NullMarked
package io.jianmi.bench;

import org.jspecify.annotations.NullMarked;
