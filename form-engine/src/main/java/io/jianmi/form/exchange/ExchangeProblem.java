package io.jianmi.form.exchange;

import io.jianmi.core.problem.ProblemType;

/** Problems of imports and exports. */
public enum ExchangeProblem implements ProblemType {
    MULTIPART("import.multipart", 400, "Send the file as a part named file, and options as a part named options."),
    OPTIONS("import.options-invalid", 422, "The options of the import are not acceptable."),
    MAPPING("import.mapping-invalid", 422, "Some columns of the file lead to no field. Each finding says which."),
    BUSY("import.busy", 429, "Too many files are being read at this moment. Try again shortly."),
    NOT_RUNNABLE("import.not-runnable", 409, "Only a finished dry run can be run in earnest."),
    NOT_UNDOABLE("import.not-undoable", 409, "Only an import that has ended can be undone, and only once."),
    LET_GO("exchange.let-go", 409, "The job was cancelled, or another node has taken it over."),
    EXPORT_INVALID("export.invalid", 422, "The export asks for something this form does not offer you."),
    CLEAR_APPROVAL(
            "export.approval-required", 403, "Sensitive values leave in clear only after a second person agreed."),
    CLEAR_NEVER("export.never-clear", 403, "Secret values never leave in clear."),
    CLEAR_REFUSED("export.not-in-clear", 403, "Your permission groups do not give these values for export."),
    NOT_READY("export.not-ready", 409, "The file is not ready yet."),
    EXPIRED("export.expired", 410, "The file was removed; export it again."),
    TOO_MANY("export.too-many-rows", 422, "The export has more rows than a file takes. Narrow the filter.");

    private final Description description;

    ExchangeProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
