@NullMarked
package io.jianmi.form.field.members;

import org.jspecify.annotations.NullMarked;
