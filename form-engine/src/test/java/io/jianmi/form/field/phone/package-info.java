@NullMarked
package io.jianmi.form.field.phone;

import org.jspecify.annotations.NullMarked;
