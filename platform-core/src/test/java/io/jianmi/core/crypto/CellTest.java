package io.jianmi.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.crypto.tink.subtle.Random;
import io.jianmi.core.json.Json;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {

    private static final TenantKey TENANT = new TenantKey("acme");
    private static final UUID RECORD = new UUID(1, 1);
    private static final UUID PERSON = new UUID(2, 1);
    private static final UUID OTHER_PERSON = new UUID(2, 2);
    private static final byte[] KEY = Random.randBytes(Keys.BYTES);
    private static final byte[] NEXT_KEY = Random.randBytes(Keys.BYTES);
    private static final CellContext HOME = new CellContext(TENANT, "customer", RECORD, "mobile", PERSON, KeyClass.S2);
    private static final JsonNode VALUE = TextNode.valueOf("13800138000");

    @ParameterizedTest
    @ValueSource(strings = {"\"张三\"", "\"\"", "\"a\\\"b\\\\c\\n\"", "null", "true", "12.50", "{\"a\":[1,\"二\"]}"})
    void opensWhatWasSealed(String json) {
        JsonNode value = Json.parse(json);

        assertThat(ring().open(HOME, ring().seal(HOME, value)))
                .hasToString(value.toString().replace("12.50", "12.5"));
    }

    @Test
    void cellNamesItsAlgorithmAndKeyVersion() {
        byte[] cell = ring().seal(HOME, VALUE);

        assertThat(cell).startsWith(1, 0, 0, 0, 1).hasSize(5 + 12 + 32 + 16);
        assertThat(ring().seal(HOME, VALUE)).isNotEqualTo(cell);
    }

    static Stream<CellContext> elsewhere() {
        return Stream.of(
                new CellContext(TENANT, "lead", RECORD, "mobile", PERSON, KeyClass.S2),
                new CellContext(TENANT, "customer", new UUID(1, 2), "mobile", PERSON, KeyClass.S2),
                new CellContext(TENANT, "customer", RECORD, "phone", PERSON, KeyClass.S2),
                new CellContext(TENANT, "customer", RECORD, "mobile", OTHER_PERSON, KeyClass.S2),
                new CellContext(TENANT, "customer", RECORD, "mobile", PERSON, KeyClass.S3));
    }

    /** Every person and class of this ring shares one key, so nothing but the bound context tells them apart. */
    @ParameterizedTest
    @MethodSource("elsewhere")
    void movedCellIsRefused(CellContext elsewhere) {
        byte[] cell = ring().seal(HOME, VALUE);

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring().open(elsewhere, cell));
    }

    @Test
    void cellOfAnotherTenantIsRefused() {
        TenantKey other = new TenantKey("other");
        CellContext there = new CellContext(other, "customer", RECORD, "mobile", PERSON, KeyClass.S2);
        byte[] cell = ring().seal(HOME, VALUE);

        assertThatExceptionOfType(IntegrityException.class)
                .isThrownBy(() ->
                        new PersonKeys(other, Map.of(PERSON, Map.of(KeyClass.S2, key(1, KEY)))).open(there, cell));
        assertThat(ring().has(there)).isFalse();
    }

    @Test
    void everyChangedByteIsNoticed() {
        byte[] cell = ring().seal(HOME, VALUE);
        for (int i = 0; i < cell.length; i++) {
            byte[] changed = cell.clone();
            changed[i] ^= 1;
            assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring().open(HOME, changed));
        }
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring().open(HOME, new byte[0]));
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring().open(HOME, new byte[] {1, 0, 0}));
    }

    @Test
    void olderKeyStillOpensButItsVersionCannotBeRelabelled() {
        byte[] old = ring().seal(HOME, VALUE);
        DataKey rotated = keyAfter(2, NEXT_KEY, key(1, KEY));
        KeyRing ring = new PersonKeys(TENANT, Map.of(PERSON, Map.of(KeyClass.S2, rotated)));

        assertThat(ring.open(HOME, old)).isEqualTo(VALUE);
        assertThat(ring.seal(HOME, VALUE)).startsWith(1, 0, 0, 0, 2);

        byte[] relabelled = old.clone();
        relabelled[4] = 2;
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring.open(HOME, relabelled));
    }

    @Test
    void versionWhoseKeyIsGoneIsRefusedEvenForTheSameKeyBytes() {
        byte[] old = ring().seal(HOME, VALUE);
        KeyRing ring = new PersonKeys(TENANT, Map.of(PERSON, Map.of(KeyClass.S2, key(2, KEY))));

        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring.open(HOME, old));
        old[4] = 2;
        assertThatExceptionOfType(IntegrityException.class).isThrownBy(() -> ring.open(HOME, old));
    }

    @Test
    void erasedPersonHasNoKey() {
        KeyRing empty = new PersonKeys(TENANT, Map.of());
        byte[] cell = ring().seal(HOME, VALUE);

        assertThat(empty.has(HOME)).isFalse();
        assertThat(ring().has(HOME)).isTrue();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> empty.open(HOME, cell))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(CryptoProblem.ERASED));
    }

    private static KeyRing ring() {
        Map<UUID, Map<KeyClass, DataKey>> keys = new HashMap<>();
        for (UUID person : new UUID[] {PERSON, OTHER_PERSON}) {
            Map<KeyClass, DataKey> byClass = new EnumMap<>(KeyClass.class);
            for (KeyClass keyClass : KeyClass.values()) {
                byClass.put(keyClass, key(1, KEY));
            }
            keys.put(person, byClass);
        }
        return new PersonKeys(TENANT, keys);
    }

    private static DataKey key(int version, byte[] bytes) {
        try {
            return new DataKey(version, Keys.data(bytes), null);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static DataKey keyAfter(int version, byte[] bytes, DataKey older) {
        try {
            return new DataKey(version, Keys.data(bytes), older);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
