package io.jianmi.core.audit.inspect;

import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.audit.ReadLog;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.identity.Callers;
import io.jianmi.core.problem.CommonProblem;
import io.jianmi.core.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Map;

/** Lets auditors and administrators in, and notes what they looked at. */
@Singleton
public class Auditors {

    private static final String AUDITOR = "auditor";
    private static final String ADMIN = "admin";

    private final Callers callers;
    private final ReadLog reads;

    public Auditors(Callers callers, ReadLog reads) {
        this.callers = callers;
        this.reads = reads;
    }

    /** The caller, if he may look; his look, or the refusal of it, is noted. Refused: as if there were nothing. */
    Actor looking(String tenant, String target, Map<String, Object> context) {
        Actor actor = callers.in(tenant);
        AuditDraft look = AuditDraft.of("audit.read", target).with(context);
        if (!actor.hasRole(AUDITOR) && !actor.hasRole(ADMIN)) {
            ProblemException problem = ProblemException.of(CommonProblem.NOT_FOUND);
            reads.refused(actor, look, problem);
            throw problem;
        }
        reads.note(actor, look);
        return actor;
    }
}
