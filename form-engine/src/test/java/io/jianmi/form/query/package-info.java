@NullMarked
package io.jianmi.form.query;

import org.jspecify.annotations.NullMarked;
