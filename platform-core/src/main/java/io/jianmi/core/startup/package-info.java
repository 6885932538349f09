/**
 * What the server does once it is ready: beans of {@link io.jianmi.core.startup.StartupTask} run one after another with
 * printed progress, before the address is announced. Imports the JDK only.
 */
@NullMarked
package io.jianmi.core.startup;

import org.jspecify.annotations.NullMarked;
