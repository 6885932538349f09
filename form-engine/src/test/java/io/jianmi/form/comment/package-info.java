/** Tests of what people say about records. */
@NullMarked
package io.jianmi.form.comment;

import org.jspecify.annotations.NullMarked;
