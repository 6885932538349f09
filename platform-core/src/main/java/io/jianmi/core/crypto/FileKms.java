package io.jianmi.core.crypto;

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
 * Root keys in a file that only its owner may read; made on first use. Whoever copies the file and
 * both databases reads everything, so it is for the embedded default: production names a key service.
 */
final class FileKms implements Kms {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final RootKeys root;

    private FileKms(RootKeys root) {
        this.root = root;
    }

    /** @throws KmsException when the file cannot be made or read, or when others than its owner may read it */
    static FileKms open(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            refuseIfShared(file);
            return new FileKms(RootKeys.parse(Files.readString(file)));
        } catch (IOException | GeneralSecurityException e) {
            throw new KmsException("The root key file " + file + " cannot be used", e);
        }
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associatedData) {
        try {
            return root.wrap(key, associatedData);
        } catch (GeneralSecurityException e) {
            throw new KmsException("the root key does not wrap", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) {
        try {
            return root.unwrap(wrapped, associatedData);
        } catch (GeneralSecurityException e) {
            throw new KmsException("a wrapped tenant key does not belong to this root key, tenant and purpose", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try {
            if (posix(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createFile(file);
            }
            Files.writeString(file, RootKeys.generate(), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            // Another node made it first; its key is the one.
            return;
        }
    }

    private static void refuseIfShared(Path file) throws IOException {
        if (!posix(file)) {
            return;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw new KmsException("Others may access the root key file " + file + ". Run: chmod 600 " + file);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
