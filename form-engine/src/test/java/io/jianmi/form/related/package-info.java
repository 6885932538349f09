@NullMarked
package io.jianmi.form.related;

import org.jspecify.annotations.NullMarked;
