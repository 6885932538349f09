package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.privacy.masking.Masker;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.form.access.FieldAccess;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.design.CompiledForms;
import io.jianmi.form.field.Derivation.RollUp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What roll-ups give a reader: of the rows that he may see and whose values he reads. Rows of a subform are at hand; records of another
 * form are rolled up by one statement for each field and page.
 */
@Singleton
final class RollUps {

    private final Pool pool;
    private final RecordTables tables;
    private final CompiledForms forms;
    private final RecordShares shares;

    RollUps(Pool pool, RecordTables tables, CompiledForms forms, RecordShares shares) {
        this.pool = pool;
        this.tables = tables;
        this.forms = forms;
        this.shares = shares;
    }

    /**
     * @param records of one form
     * @param action what is done with them: on paper or in a file only what the reader may take out over there leaves
     */
    Uni<DerivedValues> of(Actor actor, List<Visible> records, AskedFields asked, RecordAction action) {
        DerivedValues values = new DerivedValues();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (CompiledField field : records.isEmpty()
                ? List.<CompiledField>of()
                : records.get(0).form().derived()) {
            if (field.type().options() instanceof RollUp rollUp && asked.has(field)) {
                List<Visible> asking = records.stream()
                        .filter(record -> record.intact() && record.access().of(field.key()) != FieldAccess.HIDDEN)
                        .toList();
                if (rollUp.form().isEmpty()) {
                    inside(actor, asking, field, rollUp, values);
                } else if (!asking.isEmpty()) {
                    done = done.chain(() -> elsewhere(actor, asking, field, rollUp, action, values));
                }
            }
        }
        return done.replaceWith(values);
    }

    private static void inside(
            Actor actor, List<Visible> asking, CompiledField field, RollUp rollUp, DerivedValues values) {
        for (Visible record : asking) {
            SubformRollUp.of(record.form(), field, rollUp)
                    .flatMap(rows -> rows.value(actor, record))
                    .ifPresent(value -> put(values, record, field, value));
        }
    }

    private Uni<Void> elsewhere(
            Actor actor,
            List<Visible> asking,
            CompiledField field,
            RollUp rollUp,
            RecordAction action,
            DerivedValues values) {
        CompiledForm form = asking.get(0).form();
        return forms.current(actor.tenant(), rollUp.form().orElseThrow())
                .chain(there -> shares.with(actor, there.key())
                        .chain(shared -> RecordsRollUp.of(
                                        tables.table(actor.tenant(), there), actor, form, field, rollUp, action, shared)
                                .map(rows -> asked(rows, asking, field, values))
                                .orElseGet(() -> Uni.createFrom().voidItem())))
                // The other form was deleted.
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }

    private Uni<Void> asked(RecordsRollUp rows, List<Visible> asking, CompiledField field, DerivedValues values) {
        Sql.Statement statement =
                rows.statement(asking.stream().map(record -> record.row().id()).toList());
        return pool.preparedQuery(statement.text())
                .execute(statement.parameters())
                .invoke(found -> {
                    Map<UUID, JsonNode> byRecord = new HashMap<>();
                    for (Row row : found) {
                        byRecord.put(rows.record(row), rows.value(row));
                    }
                    asking.forEach(record -> put(
                            values,
                            record,
                            field,
                            byRecord.getOrDefault(record.row().id(), rows.nothing())));
                })
                .replaceWithVoid();
    }

    /** Of what he may only see masked here he learns that there is something, whatever it is. */
    private static void put(DerivedValues values, Visible record, CompiledField field, JsonNode value) {
        boolean reads = record.access().of(field.key()).atLeast(FieldAccess.READ);
        values.put(
                record.row().id(),
                field.key(),
                reads
                        ? DerivedValues.Shown.read(value)
                        : DerivedValues.Shown.masked(Json.NODES.objectNode().put("masked", Masker.TOKEN)));
    }
}
