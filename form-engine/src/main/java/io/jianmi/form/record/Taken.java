package io.jianmi.form.record;

import java.util.UUID;

/** Which values of rows on their way to a version another row has already, where only one may have them. */
@FunctionalInterface
interface Taken {

    /** The database itself says so of what is stored. */
    Taken NONE = (record, path, mark) -> false;

    /**
     * @param path of the field
     * @param mark the same of two values that its unique index takes for one
     */
    boolean by(UUID record, String path, byte[] mark);
}
