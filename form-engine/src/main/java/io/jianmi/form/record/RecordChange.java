package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A record before and after a change.
 *
 * @param before stored values by field key, empty for a new record
 * @param after stored values that the change gives; a field that it leaves alone may be missing
 * @param pointer where in the request the record's data stands
 */
record RecordChange(Map<String, JsonNode> before, Map<String, JsonNode> after, String pointer) {}
