package io.jianmi.form.field;

/** A list may be sorted by the clear column of this type. */
public interface Sortable {}
