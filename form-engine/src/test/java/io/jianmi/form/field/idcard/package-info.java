@NullMarked
package io.jianmi.form.field.idcard;

import org.jspecify.annotations.NullMarked;
