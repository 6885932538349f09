@NullMarked
package io.jianmi.form.field.bankcard;

import org.jspecify.annotations.NullMarked;
