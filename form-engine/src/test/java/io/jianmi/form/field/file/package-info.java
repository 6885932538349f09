@NullMarked
package io.jianmi.form.field.file;

import org.jspecify.annotations.NullMarked;
