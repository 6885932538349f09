@NullMarked
package io.jianmi.form.field.text;

import org.jspecify.annotations.NullMarked;
