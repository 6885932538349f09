@NullMarked
package io.jianmi.form.field.datetime;

import org.jspecify.annotations.NullMarked;
