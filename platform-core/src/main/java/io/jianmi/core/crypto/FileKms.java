package io.jianmi.core.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The root key as a Tink keyset (JSON, XAES-256-GCM) in a file that only its owner may read; made on first use. The
 * primary key wraps, all unwrap, so a root is changed by adding a key and making it primary, with Tink's own tool
 * {@code tinkey}. There is nothing to encrypt the file with: whoever copies it and both databases reads everything, so
 * it is for the embedded default, and production names a key service.
 */
final class FileKms implements Kms {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Configuration CONFIGURATION = AeadConfig2026.get();

    private final Aead root;

    private FileKms(Aead root) {
        this.root = root;
    }

    /** @throws KmsException when the file cannot be made or read, or when others than its owner may read it */
    static FileKms open(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            refuseIfShared(file);
            return new FileKms(TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file), CONFIGURATION, InsecureSecretKeyAccess.get())
                    .getPrimitive(CONFIGURATION, Aead.class));
        } catch (IOException e) {
            throw KmsException.refused("The root key file " + file + " cannot be made or read ("
                    + e.getClass().getSimpleName() + ").");
        } catch (GeneralSecurityException e) {
            throw KmsException.refused("The root key file " + file + " is not a Tink keyset. Put the right file back;"
                    + " without it nothing protected can be read.");
        }
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associatedData) {
        try {
            return root.encrypt(key, associatedData);
        } catch (GeneralSecurityException e) {
            throw KmsException.refused("The root key does not wrap.");
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
        try {
            return root.decrypt(wrapped, associatedData);
        } catch (GeneralSecurityException e) {
            throw KmsException.refused("A wrapped tenant key does not belong to this root key, tenant and purpose.");
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        KeysetHandle fresh =
                KeysetHandle.generateNew(PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, CONFIGURATION);
        String text = TinkJsonProtoKeysetFormat.serializeKeyset(fresh, CONFIGURATION, InsecureSecretKeyAccess.get());
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "root-key", ".new");
        try {
            if (posix(beside)) {
                Files.setPosixFilePermissions(beside, OWNER_ONLY);
            }
            Files.writeString(beside, text + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            // Never over a file that another node made meanwhile; whole or not at all.
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Another node made it first; its key is the one.
            return;
        } finally {
            Files.delete(beside);
        }
    }

    private static void refuseIfShared(Path file) throws IOException {
        if (!posix(file)) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw KmsException.refused("Others may access the root key file " + file + ". Run: chmod 600 " + file);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
