@NullMarked
package io.jianmi.form.field.uscc;

import org.jspecify.annotations.NullMarked;
