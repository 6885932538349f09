package io.jianmi.form.compile;

import io.jianmi.core.problem.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What compiling gave.
 *
 * @param form empty when a finding blocks
 * @param resolved the form as far as it could be resolved, whatever blocks: to tell its designer of, never to work with; empty when there is none
 */
public record Compilation(Optional<CompiledForm> form, Optional<CompiledForm> resolved, List<Finding> findings) {

    public Compilation {
        findings = List.copyOf(findings);
    }
}
