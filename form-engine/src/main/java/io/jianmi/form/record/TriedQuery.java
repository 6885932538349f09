package io.jianmi.form.record;

import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Set;

/**
 * A query that somebody would keep, tried without asking it.
 *
 * @param objections what it would be refused for
 * @param sealed paths in its filter that compare with values which are sealed in the records, or of which it is not known
 */
public record TriedQuery(List<Finding> objections, Set<String> sealed) {}
