package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianmi.bench.site.Api;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages are left while they load: whoever hangs up leaves nothing half done behind, and no failure in the log. */
@Tag("slow")
@ExtendWith(WithServer.class)
class HangingUpTest {

    private static final int TIMES = 200;

    /** Milliseconds within which an answer is made; at some moment of it the session is open. */
    private static final int LONGEST = 25;

    private static final String DRAFT = "/api/v1/tenants/demo/apps/crm/forms/customer/draft";

    private final RunningServer server;
    private final Api api;

    HangingUpTest(RunningServer server) {
        this.server = server;
        this.api = new Api(Installation.site(server));
    }

    @Test
    void aTransactionEndsThoughNobodyWaitsForIt() throws IOException {
        String before = server.output();
        RawRequest raw = new RawRequest(api);
        for (int i = 0; i < TIMES; i++) {
            raw.getAndLeave("designer", "/api/v1/tenants/demo/apps", i % LONGEST);
            raw.getAndLeave("designer", DRAFT, i % LONGEST);
        }
        api.get("designer", DRAFT).orFail("the server goes on");

        assertThat(server.output().substring(before.length())).doesNotContain("Mutiny", "Exception", "ERROR");
    }
}
