package io.jianmi.core.client;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes keys. */
@Singleton
final class KeyMaker {

    private final SecureRandom random = new SecureRandom();

    ApiKey make() {
        byte[] bytes = new byte[ApiKey.BYTES];
        random.nextBytes(bytes);
        return ApiKey.of(bytes);
    }
}
