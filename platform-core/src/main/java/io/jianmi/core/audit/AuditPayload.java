package io.jianmi.core.audit;

import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.tenant.TenantKey;
import java.util.UUID;

/** How payloads are bound to their entry. */
final class AuditPayload {

    /** Field keys, reasons and comments are personal at most. */
    static final KeyClass KEY_CLASS = KeyClass.S2;

    private static final String FORM = "audit";
    private static final String FIELD = "audit.payload";

    private AuditPayload() {}

    static CellContext cell(TenantKey tenant, UUID entry, UUID subject) {
        return new CellContext(tenant, FORM, entry, FIELD, subject, KEY_CLASS);
    }
}
