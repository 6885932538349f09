@NullMarked
package io.jianmi.form.design;

import org.jspecify.annotations.NullMarked;
