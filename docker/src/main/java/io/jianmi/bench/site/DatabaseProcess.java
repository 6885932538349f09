package io.jianmi.bench.site;

import java.util.List;

/** The embedded PostgreSQL, to be restarted under those who use it as after a crash: what was not committed is gone. */
public final class DatabaseProcess {

    private final KnownProcess process;

    private DatabaseProcess(KnownProcess process) {
        this.process = process;
    }

    /** The one that listens on the site's port. */
    public static DatabaseProcess of(Site site) {
        return new DatabaseProcess(
                KnownProcess.listening(site.postgresPort(), site.home().resolve("postgres.log")));
    }

    /** Ends all its sessions at once and starts it again; it recovers from its log. Does not wait until it has. */
    public void crash() {
        process.end("QUIT");
        // It refuses to run as root; so does the launcher start it.
        process.start("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
    }
}
