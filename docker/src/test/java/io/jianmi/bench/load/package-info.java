/** Tests of the load generator against a little server of the JDK. */
@NullMarked
package io.jianmi.bench.load;

import org.jspecify.annotations.NullMarked;
