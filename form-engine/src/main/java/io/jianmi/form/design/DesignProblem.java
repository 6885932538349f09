package io.jianmi.form.design;

import io.jianmi.core.problem.ProblemType;

/** Problems of designing. */
public enum DesignProblem implements ProblemType {
    APP_INVALID("app.invalid", 422, "The app needs a key and a title."),
    APP_KEY_TAKEN("app.key-taken", 409, "The tenant has an app with this key."),
    APP_NOT_EMPTY("app.not-empty", 409, "The app has published forms."),
    FORM_KEY_TAKEN("form.key-taken", 409, "The tenant has a form with this key in another app."),
    FORM_INVALID("form.definition-invalid", 422, "The definition has errors. Each finding says where and why."),
    STALE_DRAFT("form.stale-draft", 412, "Somebody saved the draft since you read it. Load it again."),
    DRAFT_CHANGED("form.draft-changed", 409, "The draft changed while it was published. Publish again."),
    TABLE_BUSY(
            "form.table-busy",
            503,
            "The form's records are being written without a pause, so its table could not be changed. Publish again."),
    CONVERSION_RUNNING(
            "form.conversion-running",
            409,
            "The records of the form are being brought to a new version. Publish again when that is done."),
    CONVERSION_NONE("form.conversion-none", 409, "No records of the form are on their way to a new version."),
    CONVERSION_COUNTS(
            "form.conversion-counts",
            409,
            "The version counts already, so this can no longer be cancelled. Publish another version to change it."),
    ACCESS_QUESTION(
            "access.question-invalid", 422, "What was asked about rights has errors. Each finding says where and why."),
    CONVERSION_CANCELLED(
            "form.conversion-cancelled", 409, "The new version was cancelled while its records were brought to it."),
    NEWER_VERSION("form.newer-version", 409, "A newer version of the form was published meanwhile. Ask again.");

    private final Description description;

    DesignProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
