@NullMarked
package io.jianmi.form.field.richtext;

import org.jspecify.annotations.NullMarked;
