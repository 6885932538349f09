/** The committed OpenAPI file ({@code web-ui/api/openapi.json}) against the code that answers. */
@NullMarked
package io.jianmi.api;

import org.jspecify.annotations.NullMarked;
