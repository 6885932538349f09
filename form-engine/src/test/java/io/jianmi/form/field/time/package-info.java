@NullMarked
package io.jianmi.form.field.time;

import org.jspecify.annotations.NullMarked;
