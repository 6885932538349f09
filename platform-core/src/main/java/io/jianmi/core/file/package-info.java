/**
 * Files: received, recognised by their content, freed of what a picture tells about its taker, sealed in segments and kept
 * in an object store. Whose file it is and who may read it is decided by the module that attaches it.
 *
 * <p>Nothing of a file is ever written in clear, its name neither.
 */
@NullMarked
package io.jianmi.core.file;

import org.jspecify.annotations.NullMarked;
