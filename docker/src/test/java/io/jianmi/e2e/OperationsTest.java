package io.jianmi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.bench.site.Api;
import io.jianmi.e2e.Operations.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Generated over the API's own description: who is nobody, a stranger to the tenant, or without the right. */
@Tag("slow")
@ExtendWith(WithServer.class)
class OperationsTest {

    private static final int LEAST = 40;

    /** What asks nobody who he is. */
    private static final String ANYBODYS = "/api/v1/public/";

    /** What any member of a tenant may ask for: who he and his colleagues are, and his own tasks. */
    private static final Set<String> EVERY_MEMBERS = Set.of(
            "GET /api/v1/me",
            "GET /api/v1/tenants/{tenant}/members",
            "GET /api/v1/tenants/{tenant}/departments",
            "GET /api/v1/tenants/{tenant}/roles",
            "GET /api/v1/tenants/{tenant}/purposes",
            "GET /api/v1/tenants/{tenant}/apps",
            "GET /api/v1/tenants/{tenant}/calendar",
            // Of an app that he may not know of, of one without dashboards and of none it is the same empty list.
            "GET /api/v1/tenants/{tenant}/apps/{app}/dashboards",
            // Over what he may see, which is nothing.
            "POST /api/v1/tenants/{tenant}/search",
            // His own: what he is told, what he has to do, who acts for him.
            "GET /api/v1/tenants/{tenant}/tasks",
            "POST /api/v1/tenants/{tenant}/tasks/batch",
            "GET /api/v1/tenants/{tenant}/notifications",
            "GET /api/v1/tenants/{tenant}/notifications/unread",
            "POST /api/v1/tenants/{tenant}/notifications/read",
            "GET /api/v1/tenants/{tenant}/notifications/preferences",
            "GET /api/v1/tenants/{tenant}/sessions",
            "POST /api/v1/tenants/{tenant}/sessions/end-others",
            "GET /api/v1/tenants/{tenant}/approvals",
            "GET /api/v1/tenants/{tenant}/approvals/waiting",
            "GET /api/v1/tenants/{tenant}/delegations",
            "POST /api/v1/tenants/{tenant}/delegations");

    private final RunningServer server;
    private final Api api;
    private final List<Operation> operations;

    OperationsTest(RunningServer server) {
        this.server = server;
        this.api = new Api(Installation.site(server));
        this.operations = Operations.of(api);
    }

    @Test
    void nobodyIsToldToSignInWhateverHeAsks() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Operation operation : operations) {
            if (operation.template().startsWith(ANYBODYS)) {
                continue;
            }
            for (String body : operation.bodies()) {
                Api.Result answer = api.sendAs(operation.method(), "", operation.at(demo()), body);
                asked++;
                if (answer.status() != 401 || !answer.code().equals("identity.unauthenticated")) {
                    wrong.add(operation + " " + body + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        System.out.printf("%d requests of nobody to %d operations%n", asked, operations.size());
        assertThat(operations).hasSizeGreaterThan(LEAST);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aTenantOfOthersAndNoneAreTheSame() throws Exception {
        aTenantOfOthers();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Operation operation : operations) {
            if (!operation.names("tenant")) {
                continue;
            }
            for (String body : operation.bodies()) {
                String others = told(operation, body, "others");
                String none = told(operation, body, "nobodys");
                asked++;
                if (!others.equals(none)) {
                    wrong.add(operation + " " + body + ":\n" + others + "\n" + none);
                } else if (!others.matches("(?s)(404|400|415).*")) {
                    wrong.add(operation + " " + body + ": " + others);
                }
            }
        }
        System.out.printf("%d pairs of requests to others' tenant and to none%n", asked);
        assertThat(wrong).isEmpty();
    }

    /** Nora has no business role: whatever she asks of a form, a record, the audit log or a design is refused or not there. */
    @Test
    void somebodyWithoutRolesIsRefusedOrFindsNothing() {
        List<String> wrong = new ArrayList<>();
        for (Operation operation : operations) {
            if (EVERY_MEMBERS.contains(operation.method() + " " + operation.template()) || !operation.names("tenant")) {
                continue;
            }
            for (String body : List.of("{}", "{\"data\":{\"name\":\"钱\"}}", "{\"key\":\"mine\",\"title\":\"我的\"}")) {
                Api.Result answer =
                        api.send(operation.method(), "nora", operation.at(demo()), operation.writes() ? body : null);
                boolean refused = answer.status() == 403 || answer.status() == 404;
                // A body that is wrong for everybody may be refused as such, before anything is looked up.
                boolean malformed = answer.status() == 400
                        || answer.status() == 415
                        || answer.status() == 422 && onlyOfTheRequest(answer.body());
                if (!refused && !malformed) {
                    wrong.add(operation + " " + body + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean onlyOfTheRequest(JsonNode problem) {
        boolean all = !problem.path("errors").isEmpty();
        for (JsonNode error : problem.path("errors")) {
            all &= error.path("code").asText().startsWith("request.");
        }
        return all;
    }

    private String told(Operation operation, String body, String tenant) {
        Map<String, String> parameters = new HashMap<>(demo());
        parameters.put("tenant", tenant);
        return HiddenOrMissingTest.told(api.send(operation.method(), "sam", operation.at(parameters), body), tenant);
    }

    private static Map<String, String> demo() {
        return Map.of(
                "tenant", "demo",
                "app", "crm",
                "form", "customer",
                "key", "credit-approval",
                "id", HiddenOrMissingTest.MISSING,
                "version", "1",
                "leaf", "1");
    }

    /** Made once per installation; a running server opens it within seconds. */
    private void aTenantOfOthers() throws Exception {
        Process command = server.command("tenant", "add", "others");
        assertThat(command.waitFor()).isIn(0, 1);
        Installation.pause(5_000);
    }
}
