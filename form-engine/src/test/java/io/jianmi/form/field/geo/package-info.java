@NullMarked
package io.jianmi.form.field.geo;

import org.jspecify.annotations.NullMarked;
