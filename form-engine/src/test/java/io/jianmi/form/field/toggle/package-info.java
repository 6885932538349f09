@NullMarked
package io.jianmi.form.field.toggle;

import org.jspecify.annotations.NullMarked;
