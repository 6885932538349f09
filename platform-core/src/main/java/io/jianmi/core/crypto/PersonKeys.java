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
    private final Map<UUID, Map<KeyClass, DataKey>> keys;

    /** Names a person's key of one class. */
    record KeyName(TenantKey tenant, UUID subject, KeyClass keyClass) {

        /** Persons differ, and their ids are random: a list asks for dozens, so this is all that is mixed in. */
        @Override
        public int hashCode() {
            return 31 * subject.hashCode() + keyClass.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof KeyName name
                    && subject.equals(name.subject)
                    && keyClass == name.keyClass
                    && tenant.equals(name.tenant);
        }
    }

    PersonKeys(TenantKey tenant, Map<UUID, Map<KeyClass, DataKey>> keys) {
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
                ? keys.getOrDefault(context.subject(), Map.of()).get(context.keyClass())
                : null;
    }
}
