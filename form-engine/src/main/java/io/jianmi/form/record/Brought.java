package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A row as a version to come will hold it.
 *
 * @param columns its new columns with both seals, as a statement takes them
 * @param filled paths of the moved fields that have a value
 * @param failed by path, why a value could not be converted
 */
record Brought(UUID id, ObjectNode columns, Set<String> filled, Map<String, String> failed, boolean intact) {}
