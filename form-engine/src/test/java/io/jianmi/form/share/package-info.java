@NullMarked
package io.jianmi.form.share;

import org.jspecify.annotations.NullMarked;
