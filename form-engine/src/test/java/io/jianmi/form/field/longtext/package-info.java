@NullMarked
package io.jianmi.form.field.longtext;

import org.jspecify.annotations.NullMarked;
