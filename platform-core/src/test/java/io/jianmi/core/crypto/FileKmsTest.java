package io.jianmi.core.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jianmi.core.tenant.TenantKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKmsTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] CONTEXT = KeyPurpose.KEK_S2.associatedData(new TenantKey("acme"));

    @TempDir
    Path folder;

    @Test
    void rootKeyIsMadeOnceForItsOwnerOnly() throws IOException {
        Path file = folder.resolve("keys/root-key.json");
        byte[] wrapped = FileKms.open(file).wrap(KEY, CONTEXT);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(FileKms.open(file).unwrap(wrapped, CONTEXT)).isEqualTo(KEY);
    }

    @Test
    void wrappedKeyBelongsToItsTenantAndPurpose() {
        Kms kms = FileKms.open(folder.resolve("root-key.json"));
        byte[] wrapped = kms.wrap(KEY, CONTEXT);

        assertThat(new String(CONTEXT, UTF_8)).isEqualTo("[\"fp-kek-v1\",\"acme\",\"S2\"]");
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> kms.unwrap(wrapped, KeyPurpose.KEK_S3.associatedData(new TenantKey("acme"))));
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> kms.unwrap(wrapped, KeyPurpose.KEK_S2.associatedData(new TenantKey("other"))));
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> FileKms.open(folder.resolve("another.json")).unwrap(wrapped, CONTEXT));
    }

    @Test
    void addedRootKeyWrapsAndTheOldOneStillUnwraps() throws Exception {
        String one = RootKeys.generate();
        String two = one.replace("\"primary\" : 1", "\"primary\" : 2")
                .replace(
                        "\"keys\" : {",
                        "\"keys\" : { \"2\" : \"" + Base64.getEncoder().encodeToString(KEY) + "\",");
        byte[] old = RootKeys.parse(one).wrap(KEY, CONTEXT);

        assertThat(RootKeys.parse(two).unwrap(old, CONTEXT)).isEqualTo(KEY);
        assertThat(RootKeys.parse(two).wrap(KEY, CONTEXT)).startsWith(0, 0, 0, 2);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> RootKeys.parse(one.replace("\"primary\" : 1", "\"primary\" : 2")));
    }

    @Test
    void fileThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("root-key.json");
        FileKms.open(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> FileKms.open(file))
                .withMessageContaining("chmod 600");
    }

    @Test
    void addressNamesTheKeyService() {
        Kms byPath = KmsUri.open(URI.create("file:" + folder.resolve("a.json")), false);
        Kms byAuthority = KmsUri.open(URI.create("file://" + folder.resolve("a.json")), true);

        assertThat(byAuthority.unwrap(byPath.wrap(KEY, CONTEXT), CONTEXT)).isEqualTo(KEY);
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> KmsUri.open(URI.create("carrier-pigeon:x"), true))
                .withMessageContaining("carrier-pigeon");
    }
}
