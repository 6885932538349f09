package io.jianmi.form.field.file;

import io.jianmi.form.field.FileList;
import java.util.List;

/** Attachments of any accepted kind. */
public final class FileType extends FileList {

    public FileType() {
        super("file", List.of());
    }
}
