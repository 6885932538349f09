package io.jianmi.form.field.richtext;

import io.jianmi.form.field.Report;
import java.util.Map;

/** Why a text is not taken as it is. */
enum Refusal {
    /** Scripts, and what hides them from parsers. */
    SCRIPT("field.html-forbidden"),
    /** An attribute that runs something ({@code onclick}). */
    HANDLER("field.html-forbidden"),
    /** A link that leads elsewhere than to the web, a mailbox or a telephone. */
    ADDRESS("field.html-forbidden"),
    /** Frames, objects, drawings, sound and film. */
    EMBEDDED("field.html-forbidden"),
    FORM("field.html-forbidden"),
    /** Tables, images and whatever else says something that the type does not keep. */
    UNSUPPORTED("field.html-unsupported"),
    DEPTH("field.html-too-complex"),
    NODES("field.html-too-complex"),
    CONTROL("field.control-character");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    void report(Report report) {
        if (code.equals("field.html-forbidden") || code.equals("field.html-too-complex")) {
            report.error(code, Map.of("reason", name()));
        } else {
            report.error(code);
        }
    }
}
