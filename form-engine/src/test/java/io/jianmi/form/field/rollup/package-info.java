@NullMarked
package io.jianmi.form.field.rollup;

import org.jspecify.annotations.NullMarked;
