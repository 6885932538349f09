@NullMarked
package io.jianmi.form.field.number;

import org.jspecify.annotations.NullMarked;
