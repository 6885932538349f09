/**
 * Who acts: members, departments and roles of a tenant as an immutable snapshot, and the actor of a request.
 *
 * <p>Words owned here: member, department, role, head, actor, API client. Only the token's subject and how it was authenticated are
 * trusted; roles and departments always come from the mirrored organisation. May import tenant, problem, json, time, privacy.sensitivity.
 */
@NullMarked
package io.jianmi.core.identity;

import org.jspecify.annotations.NullMarked;
