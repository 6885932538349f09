@NullMarked
package io.jianmi.form.aggregate;

import org.jspecify.annotations.NullMarked;
