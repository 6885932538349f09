package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What compiling gave.
 *
 * @param form empty when a finding blocks
 */
public record Compilation(Optional<CompiledForm> form, List<Finding> findings) {

    public Compilation {
        findings = List.copyOf(findings);
    }
}
