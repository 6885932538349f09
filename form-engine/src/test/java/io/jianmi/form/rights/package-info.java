@NullMarked
package io.jianmi.form.rights;

import org.jspecify.annotations.NullMarked;
