package io.jianmi.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Runs virtual users in a closed loop, each on a connection of its own: the next request leaves when the last answer is
 * whole. After the last window no request is begun, and the answers under way are still counted.
 */
public final class Load {

    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final int SELECT_MILLIS = 5;
    private static final int READ_BYTES = 64 * 1024;

    private final InetSocketAddress address;
    private final Meter meter;
    private final Plan plan;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);

    public Load(InetSocketAddress address, Plan plan, Meter meter) {
        this.address = address;
        this.plan = plan;
        this.meter = meter;
    }

    /** Blocks until the plan is over. */
    public void run(List<VirtualUser> users) throws IOException {
        List<Connection> connections = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            meter.start(start);
            for (VirtualUser user : users) {
                Connection connection = new Connection(address, selector, user, meter);
                connections.add(connection);
                connection.begin();
            }
            loop(selector, connections, start);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private void loop(Selector selector, List<Connection> connections, long start) throws IOException {
        long measured = start + plan.warmUp().toNanos();
        long end =
                plan.windows() == 0 ? Long.MAX_VALUE : measured + plan.window().toNanos() * plan.windows();
        boolean begun = false;
        boolean draining = false;
        while (connections.stream().anyMatch(Connection::busy)) {
            long now = System.nanoTime();
            if (!begun && now >= measured) {
                begun = true;
                plan.windowEdge().run();
            }
            if (!draining && now >= end) {
                draining = true;
                plan.windowEdge().run();
                connections.forEach(Connection::finish);
            }
            if (draining && now > end + DRAIN.toNanos()) {
                meter.failed("no answer within " + DRAIN.toSeconds() + " s of the end");
                return;
            }
            selector.select(SELECT_MILLIS);
            Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
            while (ready.hasNext()) {
                SelectionKey key = ready.next();
                ready.remove();
                ((Connection) key.attachment()).ready(key, buffer);
            }
        }
    }
}
