package io.jianmi.core.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import io.jianmi.core.json.Json;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Root keys by number; the one named {@code primary} wraps, all unwrap, so a root is changed by adding a key. Text
 * form: {@code {"format":"jianmi-root-keys-1","primary":1,"keys":{"1":"<32 bytes, base64>"}}}. A wrapped key is the
 * number (4, big-endian) and XAES-256-GCM.
 */
final class RootKeys {

    private static final String FORMAT = "jianmi-root-keys-1";

    private final int primary;
    private final Map<Integer, Aead> keys = new TreeMap<>();

    private RootKeys(int primary) {
        this.primary = primary;
    }

    /** Text form of one new random key. */
    static String generate() {
        ObjectNode root = Json.NODES.objectNode();
        root.put("format", FORMAT).put("primary", 1);
        root.putObject("keys").put("1", Base64.getEncoder().encodeToString(Random.randBytes(Keys.BYTES)));
        return root.toPrettyString() + "\n";
    }

    static RootKeys parse(String text) throws GeneralSecurityException {
        JsonNode root = Json.parse(text);
        if (!FORMAT.equals(root.path("format").textValue())) {
            throw new GeneralSecurityException("not a file of root keys");
        }
        RootKeys parsed = new RootKeys(root.path("primary").asInt());
        for (Map.Entry<String, JsonNode> key : root.path("keys").properties()) {
            byte[] bytes = Base64.getDecoder().decode(key.getValue().asText());
            parsed.keys.put(Integer.valueOf(key.getKey()), Keys.wrapping(bytes));
            Frame.wipe(bytes);
        }
        parsed.key(parsed.primary);
        return parsed;
    }

    byte[] wrap(byte[] key, byte[] associatedData) throws GeneralSecurityException {
        byte[] wrapped = key(primary).encrypt(key, associatedData);
        return ByteBuffer.allocate(Integer.BYTES + wrapped.length)
                .putInt(primary)
                .put(wrapped)
                .array();
    }

    byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        if (wrapped.length <= Integer.BYTES) {
            throw new GeneralSecurityException("not a wrapped key");
        }
        return key(ByteBuffer.wrap(wrapped).getInt())
                .decrypt(Arrays.copyOfRange(wrapped, Integer.BYTES, wrapped.length), associatedData);
    }

    private Aead key(int number) throws GeneralSecurityException {
        Aead key = keys.get(number);
        if (key == null) {
            throw new GeneralSecurityException("no root key of that number");
        }
        return key;
    }
}
