@NullMarked
package io.jianmi.form.field;

import org.jspecify.annotations.NullMarked;
