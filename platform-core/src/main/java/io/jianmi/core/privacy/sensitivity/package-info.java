/**
 * The sensitivity tag: level, kind, purposes. One tag on a field decides how its value is encrypted, masked, searched,
 * revealed, exported, kept and erased. Imports the JDK only.
 */
@NullMarked
package io.jianmi.core.privacy.sensitivity;

import org.jspecify.annotations.NullMarked;
