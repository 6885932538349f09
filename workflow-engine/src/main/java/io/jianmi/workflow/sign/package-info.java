/**
 * How several signatures make one decision. Pure: signatures in, verdict out. Words owned here: sign mode, signature,
 * verdict. Imports the JDK only.
 */
@NullMarked
package io.jianmi.workflow.sign;

import org.jspecify.annotations.NullMarked;
