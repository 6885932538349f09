@NullMarked
package io.jianmi.form.field.multichoice;

import org.jspecify.annotations.NullMarked;
