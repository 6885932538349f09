/** What tests of this module and of those after it share: forms, organisations and definitions. */
@NullMarked
package io.jianmi.workflow.testing;

import org.jspecify.annotations.NullMarked;
