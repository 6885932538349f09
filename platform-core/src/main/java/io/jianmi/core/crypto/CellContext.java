package io.jianmi.core.crypto;

import io.jianmi.core.tenant.TenantKey;
import java.util.UUID;

/**
 * What a ciphertext is bound to (associated data {@code ["fp-ad-v1", tenant, form, record, field, subject, class,
 * keyVersion]}, RFC 8785). All parts are immutable identifiers; the key version comes from the key itself.
 *
 * @param field field key; a subform cell is {@code subform.field}, the record then being the row's own id
 */
public record CellContext(RowContext row, String field, KeyClass keyClass) {

    /** A cell that is alone in its row. */
    public CellContext(TenantKey tenant, String form, UUID record, String field, UUID subject, KeyClass keyClass) {
        this(new RowContext(tenant, form, record, subject), field, keyClass);
    }

    public TenantKey tenant() {
        return row.tenant();
    }

    public UUID subject() {
        return row.subject();
    }

    byte[] associatedData(int version) {
        return row.associatedData(field, keyClass, version);
    }
}
