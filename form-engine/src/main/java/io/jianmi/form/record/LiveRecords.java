package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.live.LiveSource;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.access.RecordAction;
import io.jianmi.form.design.CompiledForms;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records that pages show: which version of each there is, never what is in it. */
@Singleton
final class LiveRecords implements LiveSource {

    private final Pool pool;
    private final CompiledForms forms;
    private final RecordTables tables;
    private final RecordReader reader;

    LiveRecords(Pool pool, CompiledForms forms, RecordTables tables, RecordReader reader) {
        this.pool = pool;
        this.forms = forms;
        this.tables = tables;
        this.reader = reader;
    }

    private record Address(String app, String form, UUID id) {

        static Address of(String text) {
            String[] parts = text.split("/", 3);
            return new Address(parts[0], parts[1], UUID.fromString(parts[2]));
        }

        /** The form alone. */
        List<String> place() {
            return List.of(app, form);
        }

        String text() {
            return app + "/" + form + "/" + id;
        }
    }

    @Override
    public String type() {
        return "record";
    }

    @Override
    public Set<String> addresses(Actor actor, Collection<String> watched) {
        return Set.copyOf(watched);
    }

    /** One statement for each form, whoever looks. */
    @Override
    public Uni<Map<String, ObjectNode>> look(TenantKey tenant, Set<String> addresses) {
        Map<List<String>, List<Address>> byForm =
                addresses.stream().map(Address::of).collect(Collectors.groupingBy(Address::place));
        return Multi.createFrom()
                .iterable(byForm.values())
                .onItem()
                .transformToUniAndConcatenate(records -> look(tenant, records))
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private Uni<Map<String, ObjectNode>> look(TenantKey tenant, List<Address> records) {
        Address first = records.get(0);
        return forms.inApp(tenant, first.app(), first.form())
                .chain(form -> pool.preparedQuery("select id, version from %s where id = any($1)"
                                .formatted(tables.table(tenant, form).name()))
                        .execute(Tuple.of(records.stream().map(Address::id).toArray(UUID[]::new))))
                .map(rows -> {
                    Map<String, ObjectNode> found = new HashMap<>();
                    for (Row row : rows) {
                        Address address = new Address(first.app(), first.form(), row.getUUID(0));
                        found.put(address.text(), state(address, row.getInteger(1)));
                    }
                    return found;
                })
                .onFailure(ProblemException.class)
                .recoverWithItem(Map.of());
    }

    private static ObjectNode state(Address address, int version) {
        return Json.NODES
                .objectNode()
                .put("app", address.app())
                .put("form", address.form())
                .put("id", address.id().toString())
                .put("version", version);
    }

    @Override
    public Uni<Boolean> may(Actor actor, String address) {
        Address record = Address.of(address);
        return forms.using(
                        actor.tenant(),
                        record.app(),
                        record.form(),
                        form -> reader.some(actor, form, List.of(record.id()), RecordAction.READ))
                .map(found -> found.containsKey(record.id()))
                .onFailure(ProblemException.class)
                .recoverWithItem(false);
    }
}
