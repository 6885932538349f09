@NullMarked
package io.jianmi.form.field.image;

import org.jspecify.annotations.NullMarked;
