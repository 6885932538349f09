package io.jianmi.form.print;

import io.jianmi.core.problem.ProblemType;

/** Problems of printing. */
public enum PrintProblem implements ProblemType {
    FONT_MISSING(
            "print.font-missing",
            503,
            "The server has no font for Chinese. Install one, such as the package fonts-wqy-zenhei, or name a TrueType"
                    + " font in JIANMI_PRINT_FONT; the next print finds it."),
    BUSY("print.busy", 503, "Many records are being printed just now. Try again in a moment."),
    TOO_LARGE("print.too-large", 422, "This is too much for one document. Print fewer records at once."),
    TOO_MANY("print.too-many", 422, "So many records do not go into one document. Print fewer at once.");

    private final Description description;

    PrintProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
