package io.jianmi.form.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.core.problem.Finding;
import io.jianmi.form.testing.TestForms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleFormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"customer", "company", "bench-customer"})
    void exampleFormsCompileAsWritten(String form) {
        assertThat(TestForms.findings(TestForms.definition(form)))
                .filteredOn(Finding::blocks)
                .isEmpty();
        assertThat(TestForms.compiled(TestForms.definition(form)).key()).isEqualTo(form);
    }
}
