/** Which templates there are and what they bring; pure, read from the class path. */
@NullMarked
package io.jianmi.template.catalog;

import org.jspecify.annotations.NullMarked;
