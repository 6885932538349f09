package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.time.Ids;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Data keys that encrypt nothing but bind the context, and can be destroyed. */
final class MemoryKeys implements DataKeys {

    private final Ids ids;
    final Set<UUID> alive = ConcurrentHashMap.newKeySet();

    MemoryKeys(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Uni<UUID> newSubject(TenantKey tenant) {
        UUID subject = ids.next();
        alive.add(subject);
        return Uni.createFrom().item(subject);
    }

    @Override
    public Uni<KeyRing> ring(TenantKey tenant, Set<UUID> subjects, Set<KeyClass> classes) {
        return Uni.createFrom().item(new Ring());
    }

    private final class Ring implements KeyRing {

        @Override
        public byte[] seal(CellContext context, JsonNode value) {
            return (context + "\n" + Json.write(value)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public JsonNode open(CellContext context, byte[] cell) {
            String[] parts = new String(cell, StandardCharsets.UTF_8).split("\n", 2);
            if (!has(context) || !parts[0].equals(context.toString())) {
                throw new IntegrityException();
            }
            return Json.parse(parts[1]);
        }

        @Override
        public boolean has(CellContext context) {
            return alive.contains(context.subject());
        }
    }
}
