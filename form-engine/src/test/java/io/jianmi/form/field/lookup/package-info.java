@NullMarked
package io.jianmi.form.field.lookup;

import org.jspecify.annotations.NullMarked;
