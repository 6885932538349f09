@NullMarked
package io.jianmi.form.field.relations;

import org.jspecify.annotations.NullMarked;
