@NullMarked
package io.jianmi.form.view;

import org.jspecify.annotations.NullMarked;
