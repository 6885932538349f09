@NullMarked
package io.jianmi.form.field.date;

import org.jspecify.annotations.NullMarked;
