package io.jianmi.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection and the user behind it; opened again when the server closes it. Load thread only. */
final class Connection {

    private final InetSocketAddress address;
    private final Selector selector;
    private final VirtualUser user;
    private final Meter meter;
    private final Reply reply = new Reply();
    private final Answer answer = new Answer();
    private @Nullable SocketChannel channel;
    private ByteBuffer request = ByteBuffer.allocate(0);
    private boolean busy;
    private boolean finishing;
    private long sentAt;

    Connection(InetSocketAddress address, Selector selector, VirtualUser user, Meter meter) {
        this.address = address;
        this.selector = selector;
        this.user = user;
        this.meter = meter;
    }

    boolean busy() {
        return busy;
    }

    /** No request after the one under way. */
    void finish() {
        finishing = true;
    }

    void begin() throws IOException {
        send(user.next(null));
    }

    void ready(SelectionKey key, ByteBuffer buffer) throws IOException {
        SocketChannel open = channel;
        if (open == null || !key.isValid()) {
            return;
        }
        if (key.isWritable()) {
            write(open);
        }
        if (!key.isReadable()) {
            return;
        }
        buffer.clear();
        int count = read(open, buffer);
        if (count < 0) {
            lost();
            return;
        }
        buffer.flip();
        if (reply.take(buffer)) {
            received();
        }
    }

    void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private void received() throws IOException {
        answer.set(reply.status(), reply.bytes(), reply.bodyFrom(), reply.bodyTo(), sentAt, System.nanoTime());
        if (reply.closes()) {
            close();
        }
        byte[] next = user.next(answer);
        send(finishing ? null : next);
    }

    /** The server went away under a request: a failure, and the user begins anew. */
    private void lost() throws IOException {
        close();
        if (busy) {
            meter.failed("connection lost");
            send(finishing ? null : user.next(null));
        }
    }

    private void send(byte @Nullable [] bytes) throws IOException {
        busy = bytes != null;
        if (bytes == null) {
            return;
        }
        reply.reset();
        request = ByteBuffer.wrap(bytes);
        SocketChannel open = channel == null ? open() : channel;
        sentAt = System.nanoTime();
        write(open);
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        channel = opened;
        return opened;
    }

    private void write(SocketChannel open) throws IOException {
        open.write(request);
        SelectionKey key = open.keyFor(selector);
        if (key != null) {
            key.interestOps(
                    request.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }
    }

    private static int read(SocketChannel open, ByteBuffer buffer) {
        try {
            return open.read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }
}
