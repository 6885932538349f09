/**
 * The organisation as Keycloak keeps it: read through its admin REST API, mirrored into {@code platform}, served from
 * memory. Group {@code /tenants/<key>/departments/<path>} (attribute {@code heads}: sign-in names) and {@code
 * /tenants/<key>/roles/<role>}. The only package that knows Keycloak; may import identity, tenant, json, time, startup.
 */
@NullMarked
package io.jianmi.core.identity.keycloak;

import org.jspecify.annotations.NullMarked;
