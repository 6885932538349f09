@NullMarked
package io.jianmi.form.parse;

import org.jspecify.annotations.NullMarked;
