package io.jianmi.core.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One thing found wrong (or worth knowing) in a document or a record. A value: collected, never thrown.
 *
 * @param severity whether it blocks
 * @param code stable dotted code, such as {@code field.unknown}
 * @param pointer RFC 6901 JSON Pointer into the request or definition; empty for the whole document
 * @param params what the message needs (limits, keys, expected types); never a value that somebody typed into a field
 */
public record Finding(Severity severity, String code, String pointer, Map<String, Object> params) {

    public enum Severity {
        ERROR,
        WARNING,
        INFO;

        /** As it is written in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        params = Map.copyOf(params);
    }

    public static Finding error(String code, String pointer) {
        return new Finding(Severity.ERROR, code, pointer, Map.of());
    }

    public static Finding error(String code, String pointer, Map<String, Object> params) {
        return new Finding(Severity.ERROR, code, pointer, params);
    }

    public static Finding warning(String code, String pointer, Map<String, Object> params) {
        return new Finding(Severity.WARNING, code, pointer, params);
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }

    public static boolean anyBlocks(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::blocks);
    }

    /** The same finding below a parent pointer. */
    public Finding below(String parent) {
        return new Finding(severity, code, parent + pointer, params);
    }
}
