/** Synthetic records for demonstrations: plausible, reproducible, nobody's. Pure. */
@NullMarked
package io.jianmi.template.sample;

import org.jspecify.annotations.NullMarked;
