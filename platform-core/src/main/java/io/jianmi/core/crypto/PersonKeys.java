package io.jianmi.core.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ring of one request: keys of some persons of one tenant. */
final class PersonKeys implements KeyRing {

    private final TenantKey tenant;
    private final Map<KeyName, DataKey> keys;

    /** Names a person's key of one class. */
    record KeyName(TenantKey tenant, UUID subject, KeyClass keyClass) {}

    PersonKeys(TenantKey tenant, Map<KeyName, DataKey> keys) {
        this.tenant = tenant;
        this.keys = keys;
    }

    @Override
    public byte[] seal(CellContext context, JsonNode value) {
        byte[] clear = Frame.of(value);
        try {
            return key(context).seal(context, clear);
        } finally {
            Frame.wipe(clear);
        }
    }

    @Override
    public JsonNode open(CellContext context, byte[] cell) {
        byte[] clear = key(context).open(context, cell);
        try {
            return Frame.value(clear);
        } finally {
            Frame.wipe(clear);
        }
    }

    @Override
    public boolean has(CellContext context) {
        return find(context) != null;
    }

    private DataKey key(CellContext context) {
        DataKey key = find(context);
        if (key == null) {
            throw ProblemException.of(CryptoProblem.ERASED);
        }
        return key;
    }

    private @Nullable DataKey find(CellContext context) {
        return context.tenant().equals(tenant)
                ? keys.get(new KeyName(tenant, context.subject(), context.keyClass()))
                : null;
    }
}
