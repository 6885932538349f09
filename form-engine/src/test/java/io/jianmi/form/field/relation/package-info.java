@NullMarked
package io.jianmi.form.field.relation;

import org.jspecify.annotations.NullMarked;
