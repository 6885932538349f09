/**
 * Where the nodes and edges of a graph are drawn: in layers from left to right, lines at right angles. Pure; knows sizes
 * and ids, nothing of workflows. Words owned here: diagram, box, line, layer. Imports the JDK only.
 */
@NullMarked
package io.jianmi.workflow.diagram;

import org.jspecify.annotations.NullMarked;
