/**
 * Incidents: hops of the engine that failed for good and wait for a person. What is told of one is a stable code, a time
 * and a number, never what an exception said. Glossary: incident, retry. Imports instance, design and form.record.
 */
@NullMarked
package io.jianmi.workflow.incident;

import org.jspecify.annotations.NullMarked;
