package io.jianmi.form.exchange.sheet;

import io.jianmi.core.problem.ProblemType;

/** Why a file is not read. */
public enum SheetProblem implements ProblemType {
    UNREADABLE("import.file-unreadable", 422, "The file is not an xlsx or csv file that can be read."),
    LEGACY("import.legacy-format", 422, "Old xls files are not read. Save the file as xlsx or csv."),
    TOO_LARGE("import.file-too-large", 413, "The file is larger than an import takes."),
    BOMB("import.file-inflates", 422, "The file unpacks to more than an import takes."),
    DOCTYPE("import.file-doctype", 422, "The file declares a document type, which spreadsheets never do."),
    TOO_MANY_ROWS("import.too-many-rows", 422, "The file has more rows than an import takes."),
    TOO_MANY_COLUMNS("import.too-many-columns", 422, "The file has more columns than an import takes."),
    EMPTY("import.empty", 422, "The file has no row below its heading.");

    private final Description description;

    SheetProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
