/**
 * The port to the engine that moves instances along their edges. It knows processes, tokens and nodes; who has to act,
 * what they see and what happened is ours. Imports core.tenant and the JDK only.
 */
@NullMarked
package io.jianmi.workflow.engine;

import org.jspecify.annotations.NullMarked;
