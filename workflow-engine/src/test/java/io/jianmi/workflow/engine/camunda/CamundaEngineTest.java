package io.jianmi.workflow.engine.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianmi.core.tenant.TenantKey;
import io.jianmi.core.testing.TestDatabase;
import io.jianmi.core.time.Ids;
import io.jianmi.workflow.compile.BpmnWriter;
import io.jianmi.workflow.engine.EngineWorkflow;
import io.jianmi.workflow.engine.NodeTurn;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.testing.Definitions;
import io.jianmi.workflow.testing.TestTransactions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CamundaEngineTest {

    private static final EngineWorkflow CREDIT = new EngineWorkflow(
            new TenantKey("demo"),
            "crm.credit-approval.1",
            () -> BpmnWriter.write(Definitions.credit(), "crm.credit-approval.1"));

    private static final EngineWorkflow SPLIT = new EngineWorkflow(
            new TenantKey("split"),
            "crm.side-by-side.1",
            () -> BpmnWriter.write(Definitions.compiled("side-by-side"), "crm.side-by-side.1"));

    private TestTransactions transactions;
    private CamundaEngine engine;
    private boolean foresight;

    @BeforeAll
    void start() throws Exception {
        transactions = new TestTransactions(TestDatabase.fresh().main());
        engine = open();
    }

    @AfterAll
    void stop() {
        engine.close();
        transactions.close();
    }

    @Test
    void aTokenStopsWhereTheTurnSaysAndLeavesAlongTheNamedEdge() throws Exception {
        Walk walk = new Walk(Map.of("submit", "edge_0", "size", "edge_3", "tell", "edge_6"));
        transactions.call(() -> {
            engine.start(CREDIT, UUID.randomUUID(), walk);
            return null;
        });
        assertThat(walk.visited).containsExactly("submit", "manager");
        move(walk, "edge_1");
        assertThat(walk.visited).containsExactly("submit", "manager", "size", "finance");
        move(walk, "edge_5");
        assertThat(walk.visited).endsWith("tell", "done");
        assertThat(count("act_ru_execution where id_ = '" + walk.token().instance() + "'"))
                .isZero();
    }

    @Test
    void aRolledBackTransactionLeavesNoInstance() throws Exception {
        Walk walk = new Walk(Map.of("submit", "edge_0"));
        assertThatThrownBy(() -> transactions.call(() -> {
                    engine.start(CREDIT, UUID.randomUUID(), walk);
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");
        assertThat(count("act_ru_execution where id_ = '" + walk.token().instance() + "'"))
                .isZero();
    }

    @Test
    void aTokenJumpsBackAndToTheInitiator() throws Exception {
        Walk walk = new Walk(Map.of("submit", "edge_0", "size", "edge_2"));
        transactions.call(() -> {
            engine.start(CREDIT, UUID.randomUUID(), walk);
            return null;
        });
        move(walk, "edge_1");
        transactions.call(() -> {
            engine.jump(CREDIT, walk.token(), List.of("risk"), "submit_again", walk);
            return null;
        });
        assertThat(walk.visited).containsExactly("submit", "manager", "size", "risk", "submit_again");
        move(walk, "edge_0_again");
        assertThat(walk.visited).endsWith("manager");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForkTakesAllWaysAndTheJoinWaitsForThem(boolean foreseen) throws Exception {
        foresight = foreseen;
        Walk walk = split();
        assertThat(walk.visited).containsExactly("submit", "manager", "finance", "rick", "rose");
        leave(walk, "finance", "edge_4");
        leave(walk, "rose", "edge_8");
        assertThat(walk.visited).endsWith("rose");
        leave(walk, "rick", "edge_7");
        assertThat(walk.visited).endsWith("rose", "head");
        leave(walk, "head", "edge_11");
        leave(walk, "again", "edge_12");
        assertThat(walk.visited).endsWith("head", "again", "all_merge_1", "director");
        leave(walk, "director", "edge_14");
        assertThat(count("act_ru_execution where proc_inst_id_ = '"
                        + walk.token().instance() + "'"))
                .isZero();
    }

    /** Positions change when tokens come and go beside them: a token is found by where it waits. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTokenJumpsWithinItsBranchWhileOthersWait(boolean foreseen) throws Exception {
        foresight = foreseen;
        Walk walk = split();
        leave(walk, "rick", "edge_7");
        leave(walk, "rose", "edge_8");
        jump(walk, "inner", "head");
        assertThat(walk.visited).endsWith("head", "rick", "rose");
        leave(walk, "finance", "edge_4");
        jump(walk, "rose", "rick");
        leave(walk, "rose", "edge_8");
        assertThat(walk.visited).endsWith("rick", "rose", "rose");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tokensBesideAndInTheJoinGoWithTheOneThatJumpsOutOfTheBlock(boolean foreseen) throws Exception {
        foresight = foreseen;
        Walk walk = split();
        leave(walk, "finance", "edge_4");
        leave(walk, "rose", "edge_8");
        jump(walk, "manager", "rick", "finance", "inner", "rose", "both", "head", "again", "all");
        assertThat(count("act_ru_execution where proc_inst_id_ = '"
                        + walk.token().instance() + "'"))
                .isEqualTo(1);
        leave(walk, "manager", "edge_1");
        assertThat(walk.visited).endsWith("manager", "finance", "rick", "rose");
    }

    private Walk split() throws Exception {
        Walk walk = new Walk(Map.of("submit", "edge_0", "all_merge_1", "all_merge_1_on"));
        transactions.call(() -> {
            engine.start(SPLIT, UUID.randomUUID(), walk);
            return null;
        });
        leave(walk, "manager", "edge_1");
        return walk;
    }

    private void leave(Walk walk, String from, String edge) throws Exception {
        together(walk, () -> engine.leave(SPLIT, walk.token(from), from, edge, walk));
    }

    private void jump(Walk walk, String to, String... from) throws Exception {
        together(walk, () -> engine.jump(SPLIT, walk.token(), List.of(from), to, walk));
    }

    private void together(Walk walk, Runnable move) throws Exception {
        transactions.call(() -> engine.together(() -> {
            if (foresight) {
                engine.foresee(List.of(walk.token()));
            }
            move.run();
            return null;
        }));
    }

    @Test
    void whatOnlyTablesThatStayEmptyNeedIsTakenOffTheTokens() throws Exception {
        assertThat(count("act_ge_property, pg_constraint where name_ = 'schema.version' and contype = 'f'"
                        + " and 'camunda.act_ru_execution'::regclass in (conrelid, confrelid)"))
                .isZero();
        assertThat(count("act_ge_property, pg_index where name_ = 'schema.version'"
                        + " and indrelid = 'camunda.act_ru_execution'::regclass"))
                .isEqualTo(4);
    }

    @Test
    void aCancelledInstanceIsGoneAndCancellingTwiceIsHarmless() throws Exception {
        Walk walk = new Walk(Map.of("submit", "edge_0"));
        transactions.call(() -> {
            engine.start(CREDIT, UUID.randomUUID(), walk);
            return null;
        });
        for (int i = 0; i < 2; i++) {
            transactions.call(() -> {
                engine.cancel(walk.token());
                return null;
            });
        }
        assertThat(count("act_ru_execution where id_ = '" + walk.token().instance() + "'"))
                .isZero();
    }

    @Test
    void theEngineKeepsNeitherVariablesNorHistory() throws Exception {
        Walk walk = new Walk(Map.of("submit", "edge_0"));
        transactions.call(() -> {
            engine.start(CREDIT, UUID.randomUUID(), walk);
            return null;
        });
        assertThat(count("act_ru_variable")).isZero();
        assertThat(count("act_ru_task")).isZero();
        assertThat(count("act_ru_job")).isZero();
        assertThat(count("act_ru_execution where tenant_id_ = 'demo'")).isPositive();
    }

    @Test
    void aSecondEngineOnTheSameTablesFindsTheDeployment() throws Exception {
        transactions.call(() -> {
            engine.start(CREDIT, UUID.randomUUID(), new Walk(Map.of("submit", "edge_0")));
            return null;
        });
        try (CamundaEngine other = open()) {
            transactions.call(() -> {
                other.start(CREDIT, UUID.randomUUID(), new Walk(Map.of("submit", "edge_0")));
                return null;
            });
        }
        assertThat(count("act_re_procdef where key_ = 'crm.credit-approval.1'")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id=\"x\" scriptFormat=\"javascript\"><script>1</script></scriptTask>",
                "<serviceTask id=\"x\" camunda:class=\"java.lang.Runtime\"/>",
                "<task id=\"x\" name=\"${evil}\"/>",
                "<userTask id=\"x\"/>",
                "<parallelGateway id=\"x\" name=\"${evil}\"/>",
                "<parallelGateway id=\"x\" camunda:asyncAfter=\"true\"/>",
                "<inclusiveGateway id=\"x\"/>",
                "<task id=\"x\"><extensionElements/></task>",
                "<receiveTask id=\"x\" camunda:asyncBefore=\"true\"/>"
            })
    void whateverOurCompilerDoesNotWriteIsRefused(String element) {
        String bpmn = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="evil" isExecutable="true">
                    <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/>%s
                  </process>
                </definitions>
                """.formatted(element);
        EngineWorkflow evil = new EngineWorkflow(new TenantKey("demo"), "evil", () -> bpmn);
        assertThatThrownBy(() -> transactions.call(() -> {
                    engine.start(evil, UUID.randomUUID(), new Walk(Map.of("s", "f")));
                    return null;
                }))
                .hasStackTraceContaining("workflow.bpmn-refused");
    }

    private CamundaEngine open() throws Exception {
        return transactions.call(() -> new CamundaEngine(
                transactions.dataSource(),
                transactions.manager(),
                new Ids(InstantSource.system(), new SecureRandom())));
    }

    private void move(Walk walk, String edge) throws Exception {
        transactions.call(() -> {
            engine.leave(CREDIT, walk.token(), walk.visited.get(walk.visited.size() - 1), edge, walk);
            return null;
        });
    }

    private long count(String from) throws Exception {
        try (Connection connection = transactions.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from camunda." + from)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Leaves the named nodes at once, ends at {@code done} and waits elsewhere. */
    private static final class Walk implements NodeTurn {
        private final Map<String, String> passes;
        private final List<String> visited = new ArrayList<>();
        private final Map<String, Token> tokens = new HashMap<>();
        private @Nullable Token last;

        Walk(Map<String, String> passes) {
            this.passes = passes;
        }

        @Override
        public Step arrive(Token token, String activity) {
            visited.add(activity);
            last = token;
            tokens.put(activity, token);
            String edge = passes.get(activity);
            if (edge != null) {
                return new Step.Leave(edge);
            }
            return activity.equals("done") ? new Step.End() : new Step.Wait();
        }

        /** As it was told when the token came there. */
        Token token(String activity) {
            return Objects.requireNonNull(tokens.get(activity));
        }

        Token token() {
            if (last == null) {
                throw new AssertionError("the token never moved");
            }
            return last;
        }
    }
}
