@NullMarked
package io.jianmi.form.exchange;

import org.jspecify.annotations.NullMarked;
