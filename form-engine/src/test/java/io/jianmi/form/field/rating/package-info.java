@NullMarked
package io.jianmi.form.field.rating;

import org.jspecify.annotations.NullMarked;
