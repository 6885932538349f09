/**
 * How people and programs sign in (OpenID Connect): sessions of browsers with tokens kept on the server, bearer tokens of
 * API clients, the guard against cross-site requests, and what members see of their own sessions. May import identity, problem, command,
 * crypto, time and Quarkus OIDC.
 */
@NullMarked
package io.jianmi.core.identity.signin;

import org.jspecify.annotations.NullMarked;
