@NullMarked
package io.jianmi.form.access;

import org.jspecify.annotations.NullMarked;
