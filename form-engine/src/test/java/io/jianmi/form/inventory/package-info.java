@NullMarked
package io.jianmi.form.inventory;

import org.jspecify.annotations.NullMarked;
