/**
 * The engine port on Camunda 7: the only package that imports {@code org.camunda}. The engine evaluates far more of a
 * BPMN file than conditions, so this package accepts the very few elements that our compiler writes, attaches one
 * behaviour of ours to each of them and refuses everything else.
 */
@NullMarked
package io.jianmi.workflow.engine.camunda;

import org.jspecify.annotations.NullMarked;
