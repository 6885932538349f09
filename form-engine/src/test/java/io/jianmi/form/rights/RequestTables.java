package io.jianmi.form.rights;

import io.jianmi.core.testing.ScratchTenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The tables of this package as their migration makes them. */
final class RequestTables {

    private static final String MIGRATION = "/db/tenant/V2026112890__subject_request.sql";

    private RequestTables() {}

    static void create(ScratchTenant scratch) {
        scratch.execute("set search_path to " + scratch.schema() + "; " + sql() + "; reset search_path");
    }

    private static String sql() {
        try (InputStream file = Objects.requireNonNull(RequestTables.class.getResourceAsStream(MIGRATION))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
