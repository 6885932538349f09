package io.jianmi.core.client;

import io.jianmi.core.crypto.Sha256;
import io.jianmi.core.identity.signin.ClientKeys;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as it travels: {@code jmk_}, 32 random bytes in base 62 (43 digits), and their CRC-32 in base 62 (6 digits), so that what scans
 * for secrets finds keys and tells them from look-alikes without asking anybody.
 */
final class ApiKey {

    static final String PREFIX = ClientKeys.PREFIX;
    static final int BYTES = 32;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int BODY = 43;
    private static final int CHECK = 6;
    private static final int HINT = 4;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (BODY + CHECK) + "}");

    private final String text;

    private ApiKey(String text) {
        this.text = text;
    }

    /** @param random {@value #BYTES} bytes that nobody can guess */
    static ApiKey of(byte[] random) {
        String body = digits(new BigInteger(1, random), BODY);
        return new ApiKey(PREFIX + body + check(body));
    }

    /** Empty for what was never a key. */
    static Optional<ApiKey> parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = PREFIX.length() + BODY;
        return check(text.substring(PREFIX.length(), end)).equals(text.substring(end))
                ? Optional.of(new ApiKey(text))
                : Optional.empty();
    }

    /** The whole key: to be told once, never kept. */
    String reveal() {
        return text;
    }

    /** What is kept of it. The key has 256 random bits, so no salt and no slow hash are needed. */
    byte[] hash() {
        return Sha256.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    ByteBuffer lookup() {
        return ByteBuffer.wrap(hash());
    }

    /** Its last characters, which are of the check: by them people tell keys apart. */
    String hint() {
        return text.substring(text.length() - HINT);
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "ApiKey[" + PREFIX + "...]";
    }

    private static String check(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECK);
    }

    private static String digits(BigInteger number, int length) {
        StringBuilder digits = new StringBuilder();
        BigInteger left = number;
        for (int i = 0; i < length; i++) {
            BigInteger[] parts = left.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            left = parts[0];
        }
        return digits.reverse().toString();
    }
}
