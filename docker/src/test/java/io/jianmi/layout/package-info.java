/** What the images and the compose file rely on: the layout of the built application and the names of settings. */
@NullMarked
package io.jianmi.layout;

import org.jspecify.annotations.NullMarked;
