package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Values of a record that passed every check, and which of them changed. */
record RecordDraft(Map<String, JsonNode> values, Set<String> changed) {}
