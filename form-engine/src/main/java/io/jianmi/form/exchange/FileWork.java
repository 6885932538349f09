package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.audit.AuditDraft;
import io.jianmi.core.identity.Actor;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Writes the file of a job that {@link FileJobs} was ordered to run. A node that takes the job over begins anew. */
public interface FileWork {

    /** Names it in the rows of jobs; for ever. */
    String kind();

    /**
     * Writes all of it, in clear: what it is written to seals it. For worker threads.
     *
     * @param actor in whose name it runs, as he stands now; whether he still may is asked here
     * @param options as they were ordered
     * @return the entry about the file, which stands under a signed tree head before anybody can fetch it
     */
    AuditDraft write(Actor actor, UUID job, JsonNode options, OutputStream out) throws IOException;
}
