/**
 * Starts everything with one command: embedded PostgreSQL and Keycloak (or external ones by address), then the server.
 * Also the server's command line. Nothing else imports this package; it may import the JDK, Quarkus' runtime, zonky's
 * binaries and {@code core.startup}.
 */
@NullMarked
package io.jianmi.server.boot;

import org.jspecify.annotations.NullMarked;
