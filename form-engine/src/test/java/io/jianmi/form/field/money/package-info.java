@NullMarked
package io.jianmi.form.field.money;

import org.jspecify.annotations.NullMarked;
