@NullMarked
package io.jianmi.form.field.departments;

import org.jspecify.annotations.NullMarked;
