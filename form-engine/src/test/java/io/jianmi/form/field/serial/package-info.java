@NullMarked
package io.jianmi.form.field.serial;

import org.jspecify.annotations.NullMarked;
