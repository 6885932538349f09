package io.jianmi.core.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKmsTest extends KmsContract {

    @TempDir
    Path folder;

    @Override
    Kms kms() {
        return FileKms.open(folder.resolve("keys/root-key.json"));
    }

    @Override
    Kms another() {
        return FileKms.open(folder.resolve("keys/another.json"));
    }

    @Test
    void rootKeyIsAKeysetOfTinkForItsOwnerOnly() throws Exception {
        Path file = folder.resolve("keys/root-key.json");
        kms();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(read(file).size()).isEqualTo(1);
        assertThat(read(file).getPrimary().getKey().getParameters())
                .isEqualTo(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE);
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void addedRootKeyWrapsAndTheOldOneStillUnwraps() throws Exception {
        byte[] old = kms().wrap(KEY, CONTEXT);
        Path file = folder.resolve("keys/root-key.json");
        KeysetHandle added =
                KeysetHandle.generateNew(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, AeadConfig2026.get());
        KeysetHandle rotated = KeysetHandle.newBuilder(read(file))
                .addEntry(KeysetHandle.importKey(added.getPrimary().getKey()).makePrimary())
                .build();
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        rotated, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));

        assertThat(kms().unwrap(old, CONTEXT)).isEqualTo(KEY);
        assertThat(prefix(kms().wrap(KEY, CONTEXT))).isNotEqualTo(prefix(old));
    }

    @Test
    void fileThatOthersMayReadIsRefused() throws IOException {
        kms();
        Files.setPosixFilePermissions(
                folder.resolve("keys/root-key.json"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(KmsException.class).isThrownBy(this::kms).withMessageContaining("chmod 600");
    }

    @Test
    void fileThatIsNoKeysetIsNamed() throws IOException {
        Path file = folder.resolve("root-key.json");
        Files.writeString(file, "{\"keys\":{}}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> FileKms.open(file))
                .withMessageContaining(file + " is not a Tink keyset");
    }

    private static KeysetHandle read(Path file) throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static byte[] prefix(byte[] wrapped) {
        return Arrays.copyOf(wrapped, 5);
    }
}
