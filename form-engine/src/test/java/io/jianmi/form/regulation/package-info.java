@NullMarked
package io.jianmi.form.regulation;

import org.jspecify.annotations.NullMarked;
