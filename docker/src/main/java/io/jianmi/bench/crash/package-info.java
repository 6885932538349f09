/**
 * Proof that killing the server at any moment loses nothing and does nothing twice: submissions and approvals go on while
 * the process is killed, again and again; afterwards timeline, records and audit log must agree with what was
 * acknowledged. Started by {@code docker/crash-test.sh}. Imports {@code bench.site}, the JDK and Jackson.
 */
@NullMarked
package io.jianmi.bench.crash;

import org.jspecify.annotations.NullMarked;
