/** Rules of the house, checked over the compiled classes of all modules. Each rule says why it is there. */
@NullMarked
package io.jianmi.arch;

import org.jspecify.annotations.NullMarked;
