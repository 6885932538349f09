package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.tenant.TenantKey;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;

/** How payloads are bound to their entry, and what of them an auditor sees. */
public final class AuditPayload {

    /** Field keys, reasons and comments are personal at most. */
    static final KeyClass KEY_CLASS = KeyClass.S2;

    private static final String FORM = "audit";
    private static final String FIELD = "audit.payload";

    /** Members that tell what was done and why; all others may hold values of fields. */
    private static final Set<String> VISIBLE =
            Set.of("field", "fields", "form", "purpose", "reason", "count", "mode", "format", "approvedBy");

    private AuditPayload() {}

    /** The members that an auditor may see; values of fields never. */
    public static ObjectNode visible(ObjectNode payload) {
        return payload.deepCopy().retain(VISIBLE);
    }

    /** Whether nothing is withheld, so that the commitment can be checked by whoever gets it. */
    static boolean isVisible(ObjectNode payload) {
        for (Iterator<String> names = payload.fieldNames(); names.hasNext(); ) {
            if (!VISIBLE.contains(names.next())) {
                return false;
            }
        }
        return true;
    }

    static CellContext cell(TenantKey tenant, UUID entry, UUID subject) {
        return new CellContext(tenant, FORM, entry, FIELD, subject, KEY_CLASS);
    }
}
