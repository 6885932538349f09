@NullMarked
package io.jianmi.form.field.duration;

import org.jspecify.annotations.NullMarked;
