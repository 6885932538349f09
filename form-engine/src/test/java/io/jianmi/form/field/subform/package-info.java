@NullMarked
package io.jianmi.form.field.subform;

import org.jspecify.annotations.NullMarked;
