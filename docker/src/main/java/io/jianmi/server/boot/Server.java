package io.jianmi.server.boot;

import io.jianmi.core.startup.StartupTask;
import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;

/** The running server: waits for sign-in, does what is to do at a start, says where it is. */
public final class Server implements QuarkusApplication {

    private static final int POLL_MILLIS = 250;
    private static final int QUIET_POLLS = 8;

    private final List<StartupTask> tasks;
    private final String realmUrl;
    private final String address;
    private final boolean embedded;
    private final Started started;
    private final Progress progress = new Progress(System.out);

    Server(
            @Readiness Started started,
            @All List<StartupTask> tasks,
            @ConfigProperty(name = "jianmi.oidc.url") String realmUrl,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "jianmi.embedded") boolean embedded) {
        this.tasks = tasks.stream()
                .sorted(Comparator.comparingInt(StartupTask::order))
                .toList();
        this.realmUrl = realmUrl;
        this.address = "http://" + ("127.0.0.1".equals(host) ? "localhost" : host) + ":" + port;
        this.embedded = embedded;
        this.started = started;
    }

    @Override
    public int run(String... arguments) throws InterruptedException {
        progress.say("the server answers at " + address);
        for (int polls = 0; !RealmProbe.answers(realmUrl); polls++) {
            if (polls == QUIET_POLLS) {
                progress.say("waiting for sign-in at " + realmUrl);
            }
            Thread.sleep(POLL_MILLIS);
        }
        for (StartupTask task : tasks) {
            progress.say(task.title());
            task.run(line -> progress.say("  " + line));
        }
        started.over();
        announce();
        Quarkus.waitForExit();
        return 0;
    }

    private void announce() {
        System.out.println("\nJianmi is ready: " + address);
        if (embedded) {
            System.out.println("""

                    Demo logins (password = name): sam and sue sell, mia and max head them, rick and rose judge risk,
                    fay pays, dina directs, audra audits, paul guards privacy, designer designs, admin may everything.
                    """);
        }
        System.out.println("Ctrl-C stops everything.");
    }
}
