package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.approval.Approval.Sealed;
import io.jianmi.core.crypto.CellContext;
import io.jianmi.core.crypto.DataKeys;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyClass;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.crypto.RowSeal;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Seals what askers and approvers write under the keys of the person whom it may be about, and tags the rows: an approval that
 * was never given cannot be written by SQL.
 */
@Singleton
final class ApprovalSealer {

    static final String REASON = "reason";
    static final String REMARK = "remark";

    private final DataKeys keys;
    private final RowSeal seal;

    ApprovalSealer(DataKeys keys, RowSeal seal) {
        this.keys = keys;
        this.seal = seal;
    }

    Uni<KeyRing> ring(TenantKey tenant, Collection<Approval> approvals) {
        return ring(
                tenant, approvals.stream().map(one -> one.target().subject()).collect(Collectors.toSet()));
    }

    Uni<KeyRing> ring(TenantKey tenant, Set<UUID> subjects) {
        return keys.ring(tenant, subjects, Set.of(KeyClass.S2));
    }

    Sealed seal(TenantKey tenant, UUID approval, UUID subject, String what, String text, KeyRing ring) {
        return new Sealed(ring.seal(context(tenant, approval, subject, what), TextNode.valueOf(text)));
    }

    /** Empty when the person's keys are gone, or this is not what was written. */
    Optional<String> read(TenantKey tenant, Approval approval, String what, Sealed sealed, KeyRing ring) {
        CellContext context = context(tenant, approval.id(), approval.target().subject(), what);
        try {
            return ring.has(context)
                    ? Optional.of(ring.open(context, sealed.bytes()).asText())
                    : Optional.empty();
        } catch (IntegrityException changed) {
            return Optional.empty();
        }
    }

    private static CellContext context(TenantKey tenant, UUID approval, UUID subject, String what) {
        // No form has a slash in its key.
        return new CellContext(tenant, "approval/" + what, approval, what, subject, KeyClass.S2);
    }

    byte[] tag(TenantKey tenant, Approval approval) {
        return seal.tag(tenant, canonical(tenant, approval));
    }

    boolean verifies(TenantKey tenant, Approval approval, byte[] tag) {
        return seal.verifies(tenant, canonical(tenant, approval), tag);
    }

    private static byte[] canonical(TenantKey tenant, Approval approval) {
        List<Object> parts = new ArrayList<>(List.of("fp-approval-v1", tenant.value()));
        parts.addAll(approval.signed());
        return CanonicalJson.array(parts.toArray());
    }
}
