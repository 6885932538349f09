@NullMarked
package io.jianmi.form.field.signature;

import org.jspecify.annotations.NullMarked;
