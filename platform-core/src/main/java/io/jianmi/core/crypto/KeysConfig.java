package io.jianmi.core.crypto;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings {@code jianmi.kms.*}: where the root key is and what one node may hold and unwrap. */
@ConfigMapping(prefix = "jianmi.kms")
public interface KeysConfig {

    /**
     * {@code file:} and a path, made on first use; for everything but a demo name a key service: {@code
     * vault://host:8200/transit/keys/name}.
     */
    @WithDefault("file:${jianmi.home:${user.home}/.jianmi}/root-key.json")
    String uri();

    Vault vault();

    /** Unwrapped data keys held at most, counting each class of a person. */
    @WithDefault("10000")
    int cacheEntries();

    @WithDefault("5m")
    Duration cacheTime();

    /** The same for keys of class S3. */
    @WithDefault("60s")
    Duration sensitiveCacheTime();

    /**
     * Data keys that this node unwraps at most in a minute of the clock: the brake on a node that reads everything. The
     * default is what two cores can ask when nothing is cached (6,000 single records a second need 720,000, a thousand
     * pages of twenty some 2,000,000); set it to some ten times of your normal load.
     */
    @WithDefault("2000000")
    long unwrapsPerMinute();

    /** Persons per tenant whose keys are made ahead. */
    @WithDefault("256")
    int stock();

    /** How HashiCorp Vault is reached, where {@link KeysConfig#uri()} names one. */
    interface Vault {

        /** A file that holds the token and is read for each call, so that an agent may renew it. */
        Optional<Path> tokenFile();

        /** The token itself, where no file is named. */
        Optional<String> token();

        /** Namespace of Vault Enterprise or HCP. */
        Optional<String> namespace();

        /** Certificates (PEM) to trust instead of Java's. */
        Optional<Path> caFile();
    }
}
