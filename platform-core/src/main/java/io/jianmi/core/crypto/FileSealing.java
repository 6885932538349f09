package io.jianmi.core.crypto;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file while it is sealed: clear bytes go in as they come, whole segments come out. Holds one segment at most. Not
 * thread-safe.
 */
public final class FileSealing {

    private final Segments segments = new Segments();
    private final WritableByteChannel channel;
    private long bytes;

    private FileSealing(StreamingAead aead, byte[] binding) throws GeneralSecurityException, IOException {
        this.channel = aead.newEncryptingChannel(segments, binding);
    }

    static FileSealing begin(StreamingAead aead, byte[] binding) {
        try {
            return new FileSealing(aead, binding);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("sealing a file failed", e);
        }
    }

    /** Segments that are whole by now, each to be stored at the next place. */
    public List<byte[]> write(byte[] clear) {
        bytes += clear.length;
        ByteBuffer source = ByteBuffer.wrap(clear);
        try {
            while (source.hasRemaining()) {
                channel.write(source);
            }
        } catch (IOException e) {
            throw new IllegalStateException("sealing a file failed", e);
        }
        return segments.whole();
    }

    /** What is left; after it the file is closed. */
    public List<byte[]> finish() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("sealing a file failed", e);
        }
        return segments.rest();
    }

    /** Clear bytes so far. */
    public long bytes() {
        return bytes;
    }

    /** Cuts what the cipher writes into segments. */
    private static final class Segments implements WritableByteChannel {

        private final ByteBuffer current = ByteBuffer.allocate(FileLayout.SEGMENT);
        private final List<byte[]> whole = new ArrayList<>();
        private boolean open = true;

        @Override
        public int write(ByteBuffer source) {
            int length = source.remaining();
            while (source.hasRemaining()) {
                int part = Math.min(source.remaining(), current.remaining());
                current.put(source.slice().limit(part));
                source.position(source.position() + part);
                if (!current.hasRemaining()) {
                    cut();
                }
            }
            return length;
        }

        private void cut() {
            byte[] segment = new byte[current.position()];
            current.flip().get(segment);
            current.clear();
            whole.add(segment);
        }

        List<byte[]> whole() {
            List<byte[]> taken = List.copyOf(whole);
            whole.clear();
            return taken;
        }

        List<byte[]> rest() {
            if (current.position() > 0) {
                cut();
            }
            return whole();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
