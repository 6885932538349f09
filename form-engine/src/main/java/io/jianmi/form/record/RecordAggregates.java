package io.jianmi.form.record;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.falseCondition;

import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.Grants;
import io.jianmi.form.aggregate.AggregateQuery;
import io.jianmi.form.aggregate.Group;
import io.jianmi.form.aggregate.Measure;
import io.jianmi.form.aggregate.SmallGroups;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.record.RecordSelection.Asker;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jooq.Condition;

/**
 * Figures of records as one reader may know them: of the rows of his scope and the fields that he reads there in clear. All questions about
 * a form are one statement, which the database gives up when it takes too long.
 */
@Singleton
public final class RecordAggregates {

    private static final String CANCELLED = "57014";

    private final Pool pool;
    private final RecordTables tables;
    private final RecordSealer sealer;
    private final RecordWorkflow workflow;
    private final RecordShares shares;
    private final ZoneId zone;
    private final int patience;
    private final int smallest;

    /**
     * @param patience milliseconds that the questions about one form may take
     * @param smallest least number of people of a group that is told to whoever cannot list them
     */
    RecordAggregates(
            Pool pool,
            RecordTables tables,
            RecordSealer sealer,
            RecordWorkflow workflow,
            RecordShares shares,
            @ConfigProperty(name = "jianmi.zone", defaultValue = "Asia/Shanghai") ZoneId zone,
            @ConfigProperty(name = "jianmi.statistics.timeout-ms", defaultValue = "8000") int patience,
            @ConfigProperty(name = "jianmi.statistics.smallest-group", defaultValue = "5") int smallest) {
        this.pool = pool;
        this.tables = tables;
        this.sealer = sealer;
        this.workflow = workflow;
        this.shares = shares;
        this.zone = zone;
        this.patience = patience;
        this.smallest = smallest;
    }

    /**
     * @param key by which its answer is found
     * @param narrowed whether the reader has added to what it asks
     * @param smallest least number of people of a group, where it is more than everywhere
     */
    public record Question(String key, CompiledForm form, AggregateQuery query, boolean narrowed, int smallest) {}

    /** What a reader is told. */
    public sealed interface Answer {

        /** Nothing, as if there were no such question: it names what does not exist for him. */
        record Unknown(Finding finding) implements Answer {}

        /** That there is something which he may not know. */
        record Withheld(Finding finding) implements Answer {}

        /** That the database gave up. */
        record TooSlow() implements Answer {}

        /**
         * @param more whether there are more groups than were asked for
         * @param few whether groups of few people are left out
         * @param narrows whether he may narrow it by groups: not where it counts what he cannot list
         */
        record Groups(List<Group> groups, boolean more, boolean few, boolean narrows) implements Answer {}
    }

    private record Asking(Actor actor, CompiledForm form, RecordTable table, Grants own, Grants counting) {

        /** Whether he is told of more than he could list. */
        boolean beyond() {
            return counting != own;
        }
    }

    private record Asked(Question question, Sql.Part select) {}

    private record Roads(Optional<Condition> shared, Optional<Condition> involving) {

        static final Roads SCOPES = new Roads(Optional.empty(), Optional.empty());
    }

    /** What speaks against a question of this reader on any row; empty when he would be answered. Nothing is read. */
    public Optional<Answer> objection(Actor actor, CompiledForm form, AggregateQuery query) {
        Asking asking = asking(actor, form);
        return refusal(asking, new Question("", form, query, false, 0))
                .or(() -> refused(rows(asking, asking.counting(), Roads.SCOPES, query)));
    }

    /** Answers by key; one statement for each form. */
    public Uni<Map<String, Answer>> ask(Actor actor, List<Question> questions) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        Map<CompiledForm, List<Question>> byForm =
                questions.stream().collect(groupingBy(Question::form, LinkedHashMap::new, toList()));
        for (Map.Entry<CompiledForm, List<Question>> each : byForm.entrySet()) {
            done = done.chain(() -> ask(asking(actor, each.getKey()), each.getValue(), answers));
        }
        return done.replaceWith(answers);
    }

    private Asking asking(Actor actor, CompiledForm form) {
        Grants own = form.access().matching(actor);
        return new Asking(actor, form, tables.table(actor.tenant(), form), own, own.counting());
    }

    private Uni<Void> ask(Asking asking, List<Question> questions, Map<String, Answer> answers) {
        Actor actor = asking.actor();
        String form = asking.form().key();
        return shares.with(actor, form).chain(shared -> {
            Roads roads = new Roads(
                    shared, workflow.bound(actor.tenant(), form) ? workflow.involving(actor, form) : Optional.empty());
            List<Asked> asked = new ArrayList<>();
            for (Question question : questions) {
                compile(asking, roads, question, asked).ifPresent(refusal -> answers.put(question.key(), refusal));
            }
            return asked.isEmpty() ? Uni.createFrom().voidItem() : run(asking, asked, answers);
        });
    }

    private Optional<Answer> compile(Asking asking, Roads roads, Question question, List<Asked> asked) {
        Optional<Answer> refusal = refusal(asking, question);
        if (refusal.isPresent()) {
            return refusal;
        }
        Compiled rows = rows(asking, asking.counting(), roads, question.query());
        Optional<Answer> refused = refused(rows);
        if (refused.isEmpty()) {
            Optional<Condition> seen = asking.beyond()
                    ? Optional.of(seen(rows(asking, asking.own(), roads, question.query())))
                    : Optional.empty();
            asked.add(new Asked(
                    question,
                    new AggregateSql(asking.table(), zone)
                            .select(asked.size(), question.query(), Sql.part(rows.rows()), seen)));
        }
        return refused;
    }

    /** Whoever is in no group does not know the form; whoever counts the unseen neither cuts it finer nor asks for the value of one record. */
    private static Optional<Answer> refusal(Asking asking, Question question) {
        if (asking.own().groups().isEmpty()) {
            return Optional.of(new Answer.Unknown(Finding.error("field.unknown", "/form")));
        }
        boolean single = question.query().measures().stream().anyMatch(Measure::single);
        if (asking.beyond() && (single || question.narrowed())) {
            return Optional.of(new Answer.Withheld(
                    Finding.error(single ? "dashboard.single-values" : "dashboard.statistics-only", "")));
        }
        return Optional.empty();
    }

    private record Compiled(Condition rows, List<Finding> findings) {}

    private Compiled rows(Asking asking, Grants grants, Roads roads, AggregateQuery query) {
        AggregateRows rows = new AggregateRows(
                new Asker(asking.actor(), asking.form(), grants),
                asking.table(),
                new RowRoads(
                        asking.table().scopes(),
                        asking.actor(),
                        grants,
                        grants.readers(),
                        roads.shared(),
                        roads.involving()),
                sealer);
        Condition condition = rows.of(query);
        return new Compiled(condition, rows.findings());
    }

    /** What he may not compute with by his own right he could not have listed either. */
    private static Condition seen(Compiled own) {
        return Finding.anyBlocks(own.findings()) ? falseCondition() : own.rows();
    }

    private static Optional<Answer> refused(Compiled rows) {
        List<Finding> errors = rows.findings().stream().filter(Finding::blocks).toList();
        Optional<Answer> unknown = errors.stream()
                .filter(finding -> finding.code().equals("field.unknown"))
                .findFirst()
                .map(Answer.Unknown::new);
        return unknown.or(() -> errors.stream().findFirst().map(Answer.Withheld::new));
    }

    private Uni<Void> run(Asking asking, List<Asked> asked, Map<String, Answer> answers) {
        Sql.Builder all = new Sql.Builder();
        for (int i = 0; i < asked.size(); i++) {
            all.add(i == 0 ? "(" : ") union all (").add(asked.get(i).select());
        }
        Sql.Statement statement = all.add(")").build();
        return pool.withTransaction(connection -> connection
                        .query("set local statement_timeout = " + patience)
                        .execute()
                        .chain(() -> connection.preparedQuery(statement.text()).execute(statement.parameters())))
                .invoke(rows -> {
                    List<List<Group>> groups = new ArrayList<>();
                    asked.forEach(each -> groups.add(new ArrayList<>()));
                    for (Row row : rows) {
                        int number = row.getInteger(0);
                        groups.get(number)
                                .add(AggregateValues.group(
                                        row,
                                        asking.form(),
                                        asked.get(number).question().query()));
                    }
                    for (int i = 0; i < asked.size(); i++) {
                        Question question = asked.get(i).question();
                        answers.put(question.key(), answer(asking, question, groups.get(i)));
                    }
                })
                .replaceWithVoid()
                .onFailure(RecordAggregates::gaveUp)
                .recoverWithUni(() -> {
                    asked.forEach(each -> answers.put(each.question().key(), new Answer.TooSlow()));
                    return Uni.createFrom().voidItem();
                });
    }

    private Answer answer(Asking asking, Question question, List<Group> found) {
        AggregateQuery query = question.query();
        boolean more = found.size() > query.limit();
        List<Group> groups = more ? found.subList(0, query.limit()) : found;
        SmallGroups.Told told = asking.beyond()
                ? SmallGroups.of(groups, query.dimensions().size(), more, Math.max(smallest, question.smallest()))
                : new SmallGroups.Told(groups, false);
        return new Answer.Groups(told.groups(), more, told.some(), !asking.beyond());
    }

    private static boolean gaveUp(Throwable failure) {
        return failure instanceof PgException pg && CANCELLED.equals(pg.getSqlState());
    }
}
