package io.jianmi.bench.crash;

import io.jianmi.bench.site.Api;
import io.jianmi.bench.site.ServerProcess;
import io.jianmi.bench.site.Site;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The servers under test: the one that runs, and others on its databases, sign-in and root key. */
final class Nodes {

    private static final Duration READY_LIMIT = Duration.ofMinutes(3);

    private final List<Node> nodes = new ArrayList<>();

    /** A server and how it is asked. */
    private record Node(Api api, ServerProcess process) {

        /** Its start is over, and it answers what it must ask the database for. */
        boolean ready() {
            return api.get("admin", "/q/health/ready").ok()
                    && api.get("admin", api.site().tenantPath() + "/apps").ok();
        }
    }

    private Nodes() {}

    /** Starts what is not there yet and waits for it. */
    static Nodes of(Api first, int count) throws InterruptedException {
        Site site = first.site();
        Nodes all = new Nodes();
        ServerProcess process = ServerProcess.of(site);
        all.nodes.add(new Node(first, process));
        for (int i = 1; i < count; i++) {
            int port = site.url().getPort() + i;
            Node node = new Node(new Api(site.at(URI.create("http://127.0.0.1:" + port))), process.beside(site, port));
            all.nodes.add(node);
            node.process().await(node::ready, READY_LIMIT);
        }
        return all;
    }

    int count() {
        return nodes.size();
    }

    /** Whom to ask at that turn: everybody in order. */
    Api api(int turn) {
        return nodes.get(Math.floorMod(turn, nodes.size())).api();
    }

    ServerProcess process(int node) {
        return nodes.get(node).process();
    }

    /** Waits until the server answers. */
    void await(int node) throws InterruptedException {
        Node awaited = nodes.get(node);
        awaited.process().await(awaited::ready, READY_LIMIT);
    }

    /** Ends those that were started here. */
    void leaveTheFirst() {
        nodes.subList(1, nodes.size()).forEach(node -> node.process().kill());
    }
}
