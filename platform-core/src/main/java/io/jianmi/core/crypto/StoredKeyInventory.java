package io.jianmi.core.crypto;

import io.jianmi.core.crypto.KeysetStore.Standing;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The inventory, off the wrapped rows and by trying. */
final class StoredKeyInventory implements KeyInventory {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Kms kms;
    private final String root;
    private final KeysetStore keysets;
    private final Pool keys;

    /** @param keys the database of persons' keys */
    StoredKeyInventory(Kms kms, String uri, KeysetStore keysets, Pool keys) {
        this.kms = kms;
        this.root = uri.substring(0, Math.max(0, uri.indexOf(':')));
        this.keysets = keysets;
        this.keys = keys;
    }

    @Override
    public Uni<List<Entry>> of(TenantKey tenant) {
        return keysets.standing(tenant).map(StoredKeyInventory::entries);
    }

    static List<Entry> entries(List<Standing> rows) {
        List<Entry> entries = new ArrayList<>();
        for (KeyPurpose purpose : KeyPurpose.values()) {
            List<Standing> versions = rows.stream()
                    .filter(row -> row.purpose() == purpose)
                    .sorted(Comparator.comparingInt(Standing::version))
                    .toList();
            if (!versions.isEmpty()) {
                Standing writing = versions.get(versions.size() - 1);
                entries.add(new Entry(
                        purpose.key(),
                        purpose.algorithm(),
                        writing.version(),
                        versions.get(0).createdAt(),
                        writing.createdAt()));
            }
        }
        return entries;
    }

    @Override
    public String root() {
        return root;
    }

    @Override
    public Uni<Boolean> serves() {
        return answers(Uni.createFrom()
                .item(() -> {
                    KmsCheck.run(kms);
                    return true;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    @Override
    public Uni<Boolean> stores() {
        return answers(keys.preparedQuery("select 1").execute().replaceWith(true));
    }

    private static Uni<Boolean> answers(Uni<Boolean> tried) {
        return tried.ifNoItem().after(PATIENCE).fail().onFailure().recoverWithItem(false);
    }
}
