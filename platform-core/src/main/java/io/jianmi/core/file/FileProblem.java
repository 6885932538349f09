package io.jianmi.core.file;

import io.jianmi.core.problem.ProblemType;

/** Problems of files. */
public enum FileProblem implements ProblemType {
    NOT_MULTIPART("file.not-multipart", 415, "Send the file as one part of multipart/form-data."),
    ONE_EXPECTED("file.one-expected", 400, "Send exactly one file."),
    EMPTY("file.empty", 422, "The file is empty."),
    NAME_INVALID("file.name-invalid", 422, "The file's name is missing, too long or holds control characters."),
    TOO_LARGE("file.too-large", 413, "The file is larger than this installation accepts."),
    TYPE_REFUSED("file.type-refused", 422, "Programs and active documents are not accepted."),
    TYPE_UNKNOWN("file.type-unknown", 422, "The content is of no kind that is accepted, whatever its name says."),
    DAMAGED("file.damaged", 422, "The picture is damaged."),
    PICTURE_TOO_BIG("file.picture-too-big", 422, "The picture has more pixels than any camera takes."),
    WAITING_LIMIT("file.waiting-limit", 429, "Too many of your uploads are not attached to a record yet."),
    MASKED("file.masked", 403, "You may know of this file, not read it."),
    INTEGRITY("file.integrity", 409, "The file was changed outside the product."),
    RANGE("file.range-invalid", 416, "The file has no such bytes.");

    private final Description description;

    FileProblem(String code, int status, String title) {
        this.description = new Description(code, status, title);
    }

    @Override
    public Description description() {
        return description;
    }
}
