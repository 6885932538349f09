/**
 * Whole-system tests: the packaged server with its real PostgreSQL and Keycloak, started once per test run. Tests talk HTTP
 * only; each makes what it needs and relies on nothing that another test left.
 */
@NullMarked
package io.jianmi.e2e;

import org.jspecify.annotations.NullMarked;
