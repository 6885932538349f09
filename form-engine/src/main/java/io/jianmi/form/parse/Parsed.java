package io.jianmi.form.parse;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.definition.FormDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What parsing gave.
 *
 * @param form as far as it could be read, also when findings block, so that the compiler can add its own; empty when the document is no
 *     object
 */
public record Parsed(Optional<FormDefinition> form, List<Finding> findings) {

    public Parsed {
        findings = List.copyOf(findings);
    }
}
