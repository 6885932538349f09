@NullMarked
package io.jianmi.form.field.plate;

import org.jspecify.annotations.NullMarked;
