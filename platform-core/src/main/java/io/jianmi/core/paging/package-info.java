/**
 * Lists page by page. Most are read so; what is short by nature is made whole and cut here. May import json, problem and JAX-RS.
 */
@NullMarked
package io.jianmi.core.paging;

import org.jspecify.annotations.NullMarked;
