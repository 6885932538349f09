/** Real things for tests of every module: PostgreSQL with the product's roles and databases. May import the JDK, zonky, Flyway. */
@NullMarked
package io.jianmi.core.testing;

import org.jspecify.annotations.NullMarked;
