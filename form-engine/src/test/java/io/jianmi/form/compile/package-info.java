@NullMarked
package io.jianmi.form.compile;

import org.jspecify.annotations.NullMarked;
