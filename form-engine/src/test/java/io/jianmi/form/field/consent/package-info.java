@NullMarked
package io.jianmi.form.field.consent;

import org.jspecify.annotations.NullMarked;
