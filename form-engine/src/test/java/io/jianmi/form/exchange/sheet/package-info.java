@NullMarked
package io.jianmi.form.exchange.sheet;

import org.jspecify.annotations.NullMarked;
