package io.jianmi.form.rights;

import io.jianmi.core.problem.ProblemType;

/** Problems of rights requests. */
public enum RequestProblem implements ProblemType {
    INVALID("rights.invalid", 422, "Parts of this request are not acceptable. Each finding says which and why."),
    NOT_OPEN(
            "rights.not-open",
            409,
            "The request does not stand so that this can be done. Load it anew to see what is open."),
    EXTENDED("rights.extended", 409, "The term was extended already; a law lets it be extended once."),
    NOTHING_TO_DO("rights.nothing-to-do", 409, "For this type of request nothing is carried out here. Answer it."),
    ERASED("rights.erased", 409, "The keys of this person are destroyed. Do it again without words: none can be kept."),
    NO_PACKAGE("rights.no-package", 409, "There is no package to fetch. Make one and wait until it is ready."),
    PACKAGE_EXPIRED("rights.package-expired", 410, "The package is not kept any more. Make it again.");

    private final Description description;

    RequestProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
