@NullMarked
package io.jianmi.form.field.computed;

import org.jspecify.annotations.NullMarked;
