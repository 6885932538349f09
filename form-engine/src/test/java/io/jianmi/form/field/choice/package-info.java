@NullMarked
package io.jianmi.form.field.choice;

import org.jspecify.annotations.NullMarked;
