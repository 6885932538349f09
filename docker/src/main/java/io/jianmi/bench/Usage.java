package io.jianmi.bench;

import io.jianmi.bench.site.ProcessTable;
import io.jianmi.bench.site.Site;
import java.util.Optional;

/** Processors that server, database and generator used between two moments, and the server's resident memory. */
final class Usage {

    private final Optional<Long> server;
    private final Optional<Long> database;
    private final long generator = ProcessHandle.current().pid();
    private long begunAt;
    private double[] begun = new double[3];
    private Shares shares = new Shares(0, 0, 0);

    /** Mean number of processors in use. */
    record Shares(double server, double database, double generator) {}

    Usage(Site site) {
        this.server = ProcessTable.listening(site.url().getPort());
        this.database = ProcessTable.listening(site.postgresPort());
    }

    /** The first call begins, each later one ends what the one before began. */
    void edge() {
        long now = System.nanoTime();
        double[] used = {
            server.map(ProcessTable::cpuSeconds).orElse(0.0),
            database.map(ProcessTable::cpuSecondsWithChildren).orElse(0.0),
            ProcessTable.cpuSeconds(generator)
        };
        double seconds = (now - begunAt) / 1e9;
        if (begunAt != 0 && seconds > 0) {
            shares = new Shares(
                    (used[0] - begun[0]) / seconds, (used[1] - begun[1]) / seconds, (used[2] - begun[2]) / seconds);
        }
        begunAt = now;
        begun = used;
    }

    Shares shares() {
        return shares;
    }

    double serverMegabytes() {
        return server.map(ProcessTable::residentMegabytes).orElse(0.0);
    }
}
