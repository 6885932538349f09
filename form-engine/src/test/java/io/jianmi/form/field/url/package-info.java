@NullMarked
package io.jianmi.form.field.url;

import org.jspecify.annotations.NullMarked;
