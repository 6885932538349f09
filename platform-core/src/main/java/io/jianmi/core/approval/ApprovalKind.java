package io.jianmi.core.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.tenant.TenantKey;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One kind of act that needs a second person, such as opening protected values. A new one is a bean of this type. */
public interface ApprovalKind {

    /** As it is stored and sent; for ever. */
    String key();

    /** Roles of the platform whose members may agree besides those that a definition names. */
    Set<String> officers();

    /**
     * What is asked for, in words of the definitions and under the reader's access of now: no value that he could not see
     * otherwise. Statements do not grow with the number of approvals.
     *
     * @param language as {@code Accept-Language} says it
     * @return by id of the approval; what has none is shown without
     */
    Uni<Map<UUID, ObjectNode>> describe(Actor reader, Collection<Approval> approvals, String language);

    /** Those of them for which what they were asked for is over, whoever has ended it; one statement. */
    Uni<Set<UUID>> over(TenantKey tenant, Collection<Approval> approvals);
}
