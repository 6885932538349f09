@NullMarked
package io.jianmi.form.field.department;

import org.jspecify.annotations.NullMarked;
