package io.jianmi.core.administration;

import io.jianmi.core.audit.AuditReader;
import io.jianmi.core.audit.tree.VerifierKey;
import io.jianmi.core.crypto.KeyInventory;
import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What administrators are told of the tenant's keys. */
@Singleton
final class KeyDesk {

    private final KeyInventory inventory;
    private final AuditReader audit;

    KeyDesk(KeyInventory inventory, AuditReader audit) {
        this.inventory = inventory;
        this.audit = audit;
    }

    /**
     * The keys.
     *
     * @param root kind of service that holds the root key
     */
    record Overview(String root, List<Key> items, Signing signing) {}

    /** As {@link KeyInventory.Entry}. */
    record Key(String purpose, String algorithm, int version, Instant createdAt, Instant changedAt) {}

    /**
     * What the audit log's signatures are checked with.
     *
     * @param publicKey raw, hex
     * @param fingerprint SHA-256 of it, hex
     * @param verifierKey as C2SP tools take it
     */
    record Signing(String origin, String publicKey, String fingerprint, String verifierKey) {}

    Uni<Overview> of(TenantKey tenant) {
        return inventory
                .of(tenant)
                .chain(entries -> audit.key(tenant)
                        .map(key -> new Overview(
                                inventory.root(),
                                entries.stream()
                                        .map(entry -> new Key(
                                                entry.purpose(),
                                                entry.algorithm(),
                                                entry.version(),
                                                entry.createdAt(),
                                                entry.changedAt()))
                                        .toList(),
                                signing(key))));
    }

    private static Signing signing(VerifierKey key) {
        HexFormat hex = HexFormat.of();
        return new Signing(
                key.name(), hex.formatHex(key.publicKey()), hex.formatHex(Sha256.of(key.publicKey())), key.toString());
    }
}
