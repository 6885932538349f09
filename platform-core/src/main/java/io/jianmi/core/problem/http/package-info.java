/**
 * Problems on the wire: every failure leaves the server as one RFC 9457 body, and nothing else does. Unknown, forbidden
 * and missing things get the same bytes but for the id of the request. May import problem, json, time, JAX-RS and Vert.x.
 */
@NullMarked
package io.jianmi.core.problem.http;

import org.jspecify.annotations.NullMarked;
