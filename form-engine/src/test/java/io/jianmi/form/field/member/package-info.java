@NullMarked
package io.jianmi.form.field.member;

import org.jspecify.annotations.NullMarked;
