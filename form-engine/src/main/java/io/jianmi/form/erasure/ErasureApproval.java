package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.approval.Approval;
import io.jianmi.core.approval.ApprovalKind;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.json.Json;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Erasing a person as an act to which a second person agrees: another privacy officer or an administrator. They are told her id alone. */
@Singleton
final class ErasureApproval implements ApprovalKind {

    static final String KEY = "erase";

    private static final Set<String> OFFICERS = Set.of("dpo", "admin");

    private final Pool pool;

    ErasureApproval(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> officers() {
        return OFFICERS;
    }

    @Override
    public Uni<Map<UUID, ObjectNode>> describe(Actor reader, Collection<Approval> approvals, String language) {
        return Uni.createFrom()
                .item(approvals.stream()
                        .collect(Collectors.toMap(
                                Approval::id,
                                one -> Json.NODES
                                        .objectNode()
                                        .put("subject", one.target().subject().toString())
                                        .putNull("record"))));
    }

    /** There is nobody left to erase, or somebody has ordered it meanwhile. */
    @Override
    public Uni<Set<UUID>> over(TenantKey tenant, Collection<Approval> approvals) {
        UUID[] subjects =
                approvals.stream().map(one -> one.target().subject()).distinct().toArray(UUID[]::new);
        return pool.preparedQuery("""
                        select s from unnest($1::uuid[]) s where exists (select from %1$s.erasure e where e.subject = s)
                        or not exists (select from %1$s.data_subject d where d.id = s)
                        """.formatted(ErasureStore.quoted(tenant)))
                .execute(Tuple.tuple().addArrayOfUUID(subjects))
                .map(rows -> {
                    Set<UUID> gone = new HashSet<>();
                    rows.forEach(row -> gone.add(row.getUUID(0)));
                    return approvals.stream()
                            .filter(one -> gone.contains(one.target().subject()))
                            .map(Approval::id)
                            .collect(Collectors.toSet());
                });
    }
}
