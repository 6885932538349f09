@NullMarked
package io.jianmi.form.field.region;

import org.jspecify.annotations.NullMarked;
