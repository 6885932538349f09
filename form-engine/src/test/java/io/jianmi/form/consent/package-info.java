@NullMarked
package io.jianmi.form.consent;

import org.jspecify.annotations.NullMarked;
