@NullMarked
package io.jianmi.core.notification;

import org.jspecify.annotations.NullMarked;
