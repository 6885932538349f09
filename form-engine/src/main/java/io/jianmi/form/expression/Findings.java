package io.jianmi.form.expression;

import io.jianmi.core.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with one expression. Params carry words of the expression's grammar only, never its text. */
final class Findings {

    static final String SYNTAX = "expression.syntax";
    static final String UNKNOWN_NAME = "expression.unknown-name";
    static final String DERIVED_FIELD = "expression.derived-field";
    static final String UNKNOWN_FUNCTION = "expression.unknown-function";
    static final String TYPE = "expression.type";
    static final String TOO_COMPLEX = "expression.too-complex";
    static final String UNSUPPORTED = "expression.unsupported";
    static final String NOT_SQL = "expression.not-sql";

    private final List<Finding> found = new ArrayList<>();

    static Finding of(String code) {
        return Finding.error(code, "");
    }

    static Finding of(String code, Map<String, Object> params) {
        return Finding.error(code, "", params);
    }

    void add(String code, Map<String, Object> params) {
        Finding finding = of(code, params);
        if (!found.contains(finding)) {
            found.add(finding);
        }
    }

    void type(String expected, Type actual) {
        add(TYPE, Map.of("expected", expected, "actual", actual.toString()));
    }

    List<Finding> list() {
        return List.copyOf(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
