@NullMarked
package io.jianmi.form.field.tags;

import org.jspecify.annotations.NullMarked;
