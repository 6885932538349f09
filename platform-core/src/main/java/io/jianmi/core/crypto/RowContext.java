package io.jianmi.core.crypto;

import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the cells of one row are bound to alike, and the associated data as far as that goes: a page opens a hundred cells. */
public final class RowContext {

    private final TenantKey tenant;
    private final UUID subject;
    private final byte[] before;
    private final byte[] after;

    /** @param record the record's id, or that of a subform's row */
    public RowContext(TenantKey tenant, String form, UUID record, UUID subject) {
        this.tenant = tenant;
        this.subject = subject;
        this.before = opened(CanonicalJson.array("fp-ad-v1", tenant.value(), form, record.toString()));
        this.after = inner(CanonicalJson.array(subject.toString()));
    }

    public CellContext cell(String field, KeyClass keyClass) {
        return new CellContext(this, field, keyClass);
    }

    TenantKey tenant() {
        return tenant;
    }

    UUID subject() {
        return subject;
    }

    /** {@code ["fp-ad-v1", tenant, form, record, field, subject, class, keyVersion]}, RFC 8785. */
    byte[] associatedData(String field, KeyClass keyClass, int version) {
        byte[] name = CanonicalJson.array(field);
        byte[] key = (",\"" + keyClass.name() + "\"," + version + ']').getBytes(StandardCharsets.US_ASCII);
        ByteBuffer data = ByteBuffer.allocate(before.length + name.length - 1 + after.length + key.length);
        return data.put(before)
                .put(name, 1, name.length - 2)
                .put((byte) ',')
                .put(after)
                .put(key)
                .array();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowContext row && Arrays.equals(before, row.before) && subject.equals(row.subject);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(before) + subject.hashCode();
    }

    /** Ids, as in the associated data. */
    @Override
    public String toString() {
        return new String(before, StandardCharsets.UTF_8) + subject;
    }

    /** An array whose next element follows. */
    private static byte[] opened(byte[] array) {
        array[array.length - 1] = ',';
        return array;
    }

    /** The only element of an array. */
    private static byte[] inner(byte[] array) {
        return Arrays.copyOfRange(array, 1, array.length - 1);
    }
}
