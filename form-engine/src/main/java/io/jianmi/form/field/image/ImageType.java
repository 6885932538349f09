package io.jianmi.form.field.image;

import io.jianmi.form.field.FileList;
import java.util.List;

/** Pictures that every browser shows. */
public final class ImageType extends FileList {

    public ImageType() {
        super("image", List.of("image/*"));
    }
}
