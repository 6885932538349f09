package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/** All kinds there are, asked about what is theirs. */
@Singleton
final class ApprovalKinds {

    private final List<ApprovalKind> kinds;

    ApprovalKinds(@All List<ApprovalKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    Uni<Map<UUID, ObjectNode>> describe(Actor reader, Collection<Approval> approvals, String language) {
        return each(approvals, (kind, its) -> kind.describe(reader, its, language))
                .map(all -> {
                    Map<UUID, ObjectNode> described = new HashMap<>();
                    all.forEach(described::putAll);
                    return described;
                });
    }

    Uni<Set<UUID>> over(TenantKey tenant, Collection<Approval> approvals) {
        return each(approvals, (kind, its) -> kind.over(tenant, its)).map(all -> {
            Set<UUID> over = new HashSet<>();
            all.forEach(over::addAll);
            return over;
        });
    }

    private <T> Uni<List<T>> each(
            Collection<Approval> approvals, BiFunction<ApprovalKind, List<Approval>, Uni<T>> ask) {
        return Multi.createFrom()
                .iterable(kinds)
                .onItem()
                .transformToUniAndConcatenate(kind -> {
                    List<Approval> its = approvals.stream()
                            .filter(one -> one.kind().equals(kind.key()))
                            .toList();
                    return its.isEmpty() ? Uni.createFrom().<T>nullItem() : ask.apply(kind, its);
                })
                .collect()
                .asList();
    }
}
