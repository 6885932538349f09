@NullMarked
package io.jianmi.core.file;

import org.jspecify.annotations.NullMarked;
