/**
 * JSON to workflow definition: the published JSON Schema decides on the shape, then the node types read their nodes. May
 * import definition, node, core.problem, core.json and form.parse (the schema check).
 */
@NullMarked
package io.jianmi.workflow.parse;

import org.jspecify.annotations.NullMarked;
