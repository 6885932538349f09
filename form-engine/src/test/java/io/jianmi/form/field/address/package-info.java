@NullMarked
package io.jianmi.form.field.address;

import org.jspecify.annotations.NullMarked;
