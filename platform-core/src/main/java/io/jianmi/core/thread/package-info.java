/** Between worker threads and the event loop. Imports nothing of ours. */
@NullMarked
package io.jianmi.core.thread;

import org.jspecify.annotations.NullMarked;
