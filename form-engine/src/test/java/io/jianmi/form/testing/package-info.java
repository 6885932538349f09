/** What tests of forms share, also those of other modules: the example forms, compiled. */
@NullMarked
package io.jianmi.form.testing;

import org.jspecify.annotations.NullMarked;
