@NullMarked
package io.jianmi.form.search;

import org.jspecify.annotations.NullMarked;
