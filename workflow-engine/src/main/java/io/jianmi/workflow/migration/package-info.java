/**
 * Running instances that go on in another version of their workflow: what fits, and the messages by which the relay moves
 * each of them. Glossary: instance, version. Imports compile, design and instance.
 */
@NullMarked
package io.jianmi.workflow.migration;

import org.jspecify.annotations.NullMarked;
