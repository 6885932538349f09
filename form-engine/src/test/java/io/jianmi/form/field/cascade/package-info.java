@NullMarked
package io.jianmi.form.field.cascade;

import org.jspecify.annotations.NullMarked;
