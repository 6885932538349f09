package io.jianmi.core.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.prf.Prf;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant's own keys, unwrapped. Newer versions write, every version reads. Prints nothing. */
final class TenantKeyset {

    /** The one epoch in use; a rotation of the index root would write and query two. */
    private static final int INDEX_EPOCH = 1;

    private final TenantKey tenant;
    private final Map<KeyClass, NavigableMap<Integer, Aead>> wrapping = new EnumMap<>(KeyClass.class);
    private final byte[] indexRoot;
    private final List<Prf> rowKeys;
    private final PublicKeySign signer;
    private final byte[] publicKey;
    private final Map<IndexName, Prf> indexKeys = new ConcurrentHashMap<>();

    private record IndexName(String scope, String index) {}

    /** @param keys for each purpose at least one key, by version */
    TenantKeyset(TenantKey tenant, Map<KeyPurpose, NavigableMap<Integer, byte[]>> keys)
            throws GeneralSecurityException {
        this.tenant = tenant;
        for (KeyClass keyClass : KeyClass.values()) {
            NavigableMap<Integer, Aead> versions = new TreeMap<>();
            for (Map.Entry<Integer, byte[]> key :
                    of(keys, KeyPurpose.wrapping(keyClass)).entrySet()) {
                versions.put(key.getKey(), Keys.wrapping(key.getValue()));
            }
            wrapping.put(keyClass, versions);
        }
        this.indexRoot = newest(keys, KeyPurpose.INDEX_ROOT);
        this.rowKeys = rowKeys(of(keys, KeyPurpose.ROW_KEY));
        byte[] seed = newest(keys, KeyPurpose.AUDIT_SIGNING);
        this.signer = Keys.signing(seed);
        this.publicKey = Keys.publicKey(seed);
    }

    TenantKey tenant() {
        return tenant;
    }

    /** Wraps a person's data key: version of the tenant key (4, big-endian), then XAES-256-GCM. */
    byte[] wrap(byte[] dataKey, UUID subject, KeyClass keyClass, int version) throws GeneralSecurityException {
        Map.Entry<Integer, Aead> newest = versions(keyClass).lastEntry();
        byte[] wrapped = newest.getValue().encrypt(dataKey, dataKeyContext(subject, keyClass, version));
        return ByteBuffer.allocate(Integer.BYTES + wrapped.length)
                .putInt(newest.getKey())
                .put(wrapped)
                .array();
    }

    byte[] unwrap(byte[] wrapped, UUID subject, KeyClass keyClass, int version) throws GeneralSecurityException {
        Aead key = wrapped.length <= Integer.BYTES
                ? null
                : versions(keyClass).get(ByteBuffer.wrap(wrapped).getInt());
        if (key == null) {
            throw new GeneralSecurityException("unknown version of the tenant key");
        }
        return key.decrypt(
                Arrays.copyOfRange(wrapped, Integer.BYTES, wrapped.length), dataKeyContext(subject, keyClass, version));
    }

    Prf index(String scope, String index) {
        return indexKeys.computeIfAbsent(new IndexName(scope, index), this::deriveIndex);
    }

    /** Newest first. */
    List<Prf> rowKeys() {
        return rowKeys;
    }

    PublicKeySign signer() {
        return signer;
    }

    byte[] publicKey() {
        return publicKey.clone();
    }

    /** Its info names what it is for, so it meets no index key of the same root. */
    byte[] webhookSecret(int number) throws GeneralSecurityException {
        return Keys.derive(indexRoot, CanonicalJson.array("jianmi-webhook-v1", tenant.value(), number));
    }

    /** Likewise. */
    byte[] markKey(KeyedMarks.Use use) throws GeneralSecurityException {
        return Keys.derive(indexRoot, CanonicalJson.array(use.info(), tenant.value()));
    }

    private Prf deriveIndex(IndexName name) {
        try {
            return IndexToken.key(indexRoot, tenant.value(), name.scope(), name.index(), INDEX_EPOCH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private byte[] dataKeyContext(UUID subject, KeyClass keyClass, int version) {
        return CanonicalJson.array("fp-dek-v1", tenant.value(), subject.toString(), keyClass.name(), version);
    }

    private NavigableMap<Integer, Aead> versions(KeyClass keyClass) {
        NavigableMap<Integer, Aead> versions = wrapping.get(keyClass);
        if (versions == null) {
            throw new IllegalStateException("no key of class " + keyClass);
        }
        return versions;
    }

    private static List<Prf> rowKeys(NavigableMap<Integer, byte[]> keys) throws GeneralSecurityException {
        Prf[] prfs = new Prf[keys.size()];
        int i = 0;
        for (byte[] key : keys.descendingMap().values()) {
            prfs[i++] = Keys.hmac(key);
        }
        return List.of(prfs);
    }

    private static byte[] newest(Map<KeyPurpose, NavigableMap<Integer, byte[]>> keys, KeyPurpose purpose) {
        return of(keys, purpose).lastEntry().getValue();
    }

    private static NavigableMap<Integer, byte[]> of(
            Map<KeyPurpose, NavigableMap<Integer, byte[]>> keys, KeyPurpose purpose) {
        NavigableMap<Integer, byte[]> versions = keys.get(purpose);
        if (versions == null || versions.isEmpty()) {
            throw new IllegalStateException("no key for " + purpose.key());
        }
        return versions;
    }
}
