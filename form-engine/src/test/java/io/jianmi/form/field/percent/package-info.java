@NullMarked
package io.jianmi.form.field.percent;

import org.jspecify.annotations.NullMarked;
