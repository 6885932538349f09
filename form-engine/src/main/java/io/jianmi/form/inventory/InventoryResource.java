package io.jianmi.form.inventory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.paging.WholeList;
import io.jianmi.core.privacy.consent.PrivacyDesk;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The inventory of personal data, for those who oversee it; for anybody else there is none. No record is read. */
@Path("/api/v1/tenants/{tenant}/privacy/inventory")
public class InventoryResource {

    private final Callers callers;
    private final ReadLog reads;
    private final DataInventory inventory;

    InventoryResource(Callers callers, ReadLog reads, DataInventory inventory) {
        this.callers = callers;
        this.reads = reads;
        this.inventory = inventory;
    }

    @GET
    @WholeList
    public Uni<ObjectNode> inventory(@PathParam("tenant") String tenant) {
        Actor actor = callers.in(tenant);
        if (!PrivacyDesk.oversees(actor)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, AuditDraft.of("inventory.read", "privacy/inventory"), problem);
            throw problem;
        }
        return inventory.of(actor.tenant());
    }
}
