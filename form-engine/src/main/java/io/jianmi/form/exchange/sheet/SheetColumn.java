package io.jianmi.form.exchange.sheet;

import io.jianmi.form.field.SheetShape;
import java.util.Optional;

/**
 * A column of a file that leaves.
 *
 * @param field its key
 * @param title its heading
 * @param shape how values look in a cell; empty for what is never read back
 */
public record SheetColumn(String field, String title, Optional<SheetShape> shape) {}
