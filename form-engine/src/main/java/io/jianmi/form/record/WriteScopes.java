package io.jianmi.form.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.form.access.Grants;
import io.jianmi.form.access.UserContext;
import io.jianmi.form.compile.CompiledForm;
import io.jianmi.form.compile.SystemField;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an actor may still do once it is known what he would store: each version of a record is held against the write scopes of his
 * groups, drafts and what goes into the bin included. Pure.
 */
final class WriteScopes {

    private WriteScopes() {}

    /**
     * His grants for storing this version.
     *
     * @param version its id, status, times and persons
     * @param values all it holds, formulas and serial numbers among them
     * @return empty when no group stands in the way, so what was decided before stays as it is
     */
    static Optional<Grants> narrowed(
            CompiledForm form, Actor actor, StoredRecord version, Map<String, JsonNode> values) {
        Grants grants = form.access().matching(actor);
        if (!grants.haveWriteScopes()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> variables =
                new HashMap<>(RecordLogic.variables(form, UserContext.of(actor), values));
        variables.put(SystemField.ID.key(), version.id().toString());
        variables.put(SystemField.STATUS.key(), version.status().key());
        variables.put(SystemField.CREATED_AT.key(), utc(version.createdAt()));
        variables.put(SystemField.CREATED_BY.key(), version.createdBy());
        variables.put(SystemField.UPDATED_AT.key(), utc(version.updatedAt()));
        variables.put(SystemField.UPDATED_BY.key(), version.updatedBy());
        Grants storing = grants.storing(variables);
        return storing == grants ? Optional.empty() : Optional.of(storing);
    }

    /**
     * What was let through before it was known what it would come to, asked again of the groups that let this record be made.
     *
     * @param which of the command's records
     * @return a finding at the record when nobody lets it be made as it was typed
     */
    static Optional<Finding> refusal(
            CreateRecord command, int which, Actor actor, StoredRecord version, Map<String, JsonNode> values) {
        String pointer = command.pointer(which);
        return narrowed(command.form(), actor, version, values)
                .map(Grants::creating)
                .filter(access -> !access.visible()
                        || !command.records().get(which).properties().stream()
                                .allMatch(typed -> access.enterable(typed.getKey())))
                .map(access -> Finding.error(RecordProblem.OUTSIDE_WRITE_SCOPE.code(), pointer));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
