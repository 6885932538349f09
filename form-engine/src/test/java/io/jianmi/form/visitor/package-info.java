@NullMarked
package io.jianmi.form.visitor;

import org.jspecify.annotations.NullMarked;
