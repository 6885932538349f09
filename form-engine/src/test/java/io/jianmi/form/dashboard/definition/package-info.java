@NullMarked
package io.jianmi.form.dashboard.definition;

import org.jspecify.annotations.NullMarked;
