package io.jianmi.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that follows Vault's documentation; no Vault was at hand. */
class VaultKmsTest extends KmsContract {

    @TempDir
    Path folder;

    private TransitServer vault;

    /** Settings as an administrator writes them. */
    private record Settings(
            Optional<Path> tokenFile, Optional<String> token, Optional<String> namespace, Optional<Path> caFile)
            implements KeysConfig.Vault {

        static Settings token(String token) {
            return new Settings(Optional.empty(), Optional.of(token), Optional.empty(), Optional.empty());
        }

        Settings trusting(Path ca) {
            return new Settings(tokenFile, token, namespace, Optional.of(ca));
        }
    }

    @BeforeEach
    void start() throws Exception {
        vault = TransitServer.plain().rotate("jianmi").rotate("another");
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Override
    Kms kms() {
        return kms("jianmi", Settings.token(TransitServer.TOKEN));
    }

    @Override
    Kms another() {
        return kms("another", Settings.token(TransitServer.TOKEN));
    }

    private Kms kms(String key, Settings settings) {
        return new VaultKms(
                address("vault://127.0.0.1:" + vault.port() + "/transit/keys/" + key + "?tls=off"), settings);
    }

    @Test
    void wrappedKeyIsVaultsOwnTextAndNothingOfTheKeyIsInIt() {
        assertThat(new String(kms().wrap(KEY, CONTEXT), StandardCharsets.UTF_8))
                .matches("vault:v1:[A-Za-z0-9+/=]+")
                .doesNotContain("0123456789");
    }

    @Test
    void rotatedKeyWrapsAndOlderVersionsStillUnwrap() throws Exception {
        byte[] old = kms().wrap(KEY, CONTEXT);
        vault.rotate("jianmi");

        assertThat(kms().unwrap(old, CONTEXT)).isEqualTo(KEY);
        assertThat(new String(kms().wrap(KEY, CONTEXT), StandardCharsets.UTF_8)).startsWith("vault:v2:");
    }

    @Test
    void tokenFileIsReadForEachCallSoThatAnAgentMayRenewIt() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TransitServer.TOKEN + "\n");
        Kms kms = kms("jianmi", new Settings(Optional.of(file), Optional.empty(), Optional.empty(), Optional.empty()));
        byte[] wrapped = kms.wrap(KEY, CONTEXT);
        vault.token = "hvs.renewed";
        refuses(() -> kms.unwrap(wrapped, CONTEXT), "The token is expired");
        Files.writeString(file, "hvs.renewed");

        assertThat(kms.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void namespaceIsSent() {
        vault.namespace = "team-a";
        Settings settings = new Settings(
                Optional.empty(), Optional.of(TransitServer.TOKEN), Optional.of("team-a"), Optional.empty());

        assertThatCode(() -> KmsCheck.run(kms("jianmi", settings))).doesNotThrowAnyException();
        refuses(() -> KmsCheck.run(kms()), "403");
    }

    @Test
    void tlsTrustsTheNamedAuthorityOnly() throws Exception {
        try (TransitServer tls = TransitServer.tls(folder).rotate("jianmi")) {
            Settings settings = Settings.token(TransitServer.TOKEN);
            VaultAddress address = address("vault://127.0.0.1:" + tls.port() + "/transit/keys/jianmi");
            VaultAddress byAnotherName = address("vault://localhost:" + tls.port() + "/transit/keys/jianmi");
            Path ca = folder.resolve("ca.pem");

            assertThatCode(() -> KmsCheck.run(new VaultKms(address, settings.trusting(ca))))
                    .doesNotThrowAnyException();
            unavailable(() -> KmsCheck.run(new VaultKms(address, settings)), "JIANMI_KMS_VAULT_CA_FILE");
            unavailable(() -> KmsCheck.run(new VaultKms(byAnotherName, settings.trusting(ca))), "certificate");
            assertThat(tls.calls).hasPositiveValue();
        }
    }

    @Test
    void messagesSayWhatToDoAndQuoteNothing() {
        refuses(() -> KmsCheck.run(kms("jianmi", Settings.token("hvs.stranger"))), "path \"transit/encrypt/jianmi\"");
        refuses(() -> KmsCheck.run(kms("missing", Settings.token(TransitServer.TOKEN))), "aes256-gcm96");
        refuses(
                () -> KmsCheck.run(new VaultKms(
                        address("vault://127.0.0.1:" + vault.port() + "/elsewhere/keys/k?tls=off"),
                        Settings.token(TransitServer.TOKEN))),
                "vault secrets enable -path=elsewhere transit");
        refuses(
                () -> KmsCheck.run(kms(
                        "jianmi",
                        new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))),
                "JIANMI_KMS_VAULT_TOKEN_FILE");
        vault.outage = 503;
        unavailable(() -> KmsCheck.run(kms()), "sealed");
        vault.outage = 429;
        unavailable(() -> KmsCheck.run(kms()), "429");
        vault.close();
        unavailable(() -> KmsCheck.run(kms()), "does not answer");
    }

    @Test
    void serviceThatIgnoresAssociatedDataIsRefusedAtStart() {
        vault.bindsAssociatedData = false;

        refuses(() -> KmsCheck.run(kms()), "ignores associated data");
    }

    @Test
    void outageIsNotAskedAgainForAMoment() {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        InstantSource clock = () -> now[0];
        Kms kms = new KmsBreaker(kms(), clock);
        byte[] wrapped = kms.wrap(KEY, CONTEXT);
        vault.outage = 503;
        unavailable(() -> kms.unwrap(wrapped, CONTEXT), "sealed");
        int asked = vault.calls.get();

        unavailable(() -> kms.unwrap(wrapped, CONTEXT), "sealed");
        assertThat(vault.calls).hasValue(asked);
        vault.outage = 0;
        now[0] = now[0].plusSeconds(3);
        assertThat(kms.unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void addressIsVaultsOwnPath() {
        assertThat(address("vault-transit://vault.example.com/team/transit/keys/jianmi"))
                .isEqualTo(new VaultAddress(URI.create("https://vault.example.com:8200"), "team/transit", "jianmi"));
        assertThat(address("vault://vault.example.com/transit/keys/jianmi").of("decrypt"))
                .isEqualTo(URI.create("https://vault.example.com:8200/v1/transit/decrypt/jianmi"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vault:transit",
                "vault://vault.example.com",
                "vault://vault.example.com/transit/jianmi",
                "vault://user@vault.example.com/transit/keys/jianmi",
                "vault://vault.example.com/transit/keys/../sys",
                "vault://vault.example.com/transit/keys/jianmi?tls=off"
            })
    void otherAddressesAreRefused(String address) {
        refuses(() -> address(address), "JIANMI_KMS_URI");
    }

    @Test
    void addressNamesTheKeyService() {
        Path file = folder.resolve("密钥 100%/a.json");
        Kms byPath = KmsUri.open(config("file:" + file), InstantSource.system(), false);
        Kms byAuthority = KmsUri.open(config("file://" + file), InstantSource.system(), true);

        assertThat(byAuthority.unwrap(byPath.wrap(KEY, CONTEXT), CONTEXT)).isEqualTo(KEY);
        assertThat(KmsUri.open(
                        config("vault://127.0.0.1:" + vault.port() + "/transit/keys/jianmi?tls=off"),
                        InstantSource.system(),
                        false))
                .satisfies(KmsCheck::run);
        refuses(
                () -> KmsUri.open(config("aws-kms://arn:aws:kms:eu-central-1:1:key/2"), InstantSource.system(), true),
                "There is no key service for aws-kms");
        refuses(() -> KmsUri.open(config("vault://a b"), InstantSource.system(), true), "is no address");
    }

    private static VaultAddress address(String text) {
        return VaultAddress.parse(URI.create(text));
    }

    private static void refuses(ThrowingCallable call, String message) {
        fails(call, message, false);
    }

    private static void unavailable(ThrowingCallable call, String message) {
        fails(call, message, true);
    }

    private static void fails(ThrowingCallable call, String message, boolean unavailable) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(call)
                .withMessageContaining(message)
                .satisfies(failure -> assertThat(failure.unavailable()).isEqualTo(unavailable))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hvs.", "errors"));
    }

    private static KeysConfig config(String uri) {
        return new KeysConfig() {
            @Override
            public String uri() {
                return uri;
            }

            @Override
            public Vault vault() {
                return Settings.token(TransitServer.TOKEN);
            }

            @Override
            public int cacheEntries() {
                return 1;
            }

            @Override
            public Duration cacheTime() {
                return Duration.ZERO;
            }

            @Override
            public Duration sensitiveCacheTime() {
                return Duration.ZERO;
            }

            @Override
            public long unwrapsPerMinute() {
                return 1;
            }

            @Override
            public int stock() {
                return 1;
            }
        };
    }
}
