package io.jianmi.core.crypto;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A sealed file of which only the header and one segment are at hand: enough to open that segment. */
final class SegmentChannel implements SeekableByteChannel {

    private final FileLayout layout;
    private final long start;
    private final byte[] header;
    private final byte[] segment;
    private long position;
    private boolean open = true;

    SegmentChannel(FileLayout layout, int number, byte[] header, byte[] segment) {
        this.layout = layout;
        this.start = (long) number * FileLayout.SEGMENT;
        this.header = header.clone();
        this.segment = segment.clone();
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= layout.sealedSize()) {
            return -1;
        }
        boolean inSegment = position >= start && position < start + segment.length;
        byte[] source = inSegment ? segment : header;
        long offset = inSegment ? position - start : position;
        if (offset >= source.length) {
            throw new IntegrityException();
        }
        int length = (int) Math.min(target.remaining(), source.length - offset);
        target.put(source, (int) offset, length);
        position += length;
        return length;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return layout.sealedSize();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
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
