package io.jianmi.template.install;

import io.jianmi.core.problem.ProblemType;

/** Problems of installing. */
enum TemplateProblem implements ProblemType {
    INSTALLED("template.installed", 409, "The tenant has this template already."),
    KEYS_TAKEN(
            "template.keys-taken",
            409,
            "The tenant has something else under keys that the template brings. Each finding names one.");

    private final Description description;

    TemplateProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
