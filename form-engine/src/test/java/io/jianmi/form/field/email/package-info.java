@NullMarked
package io.jianmi.form.field.email;

import org.jspecify.annotations.NullMarked;
