package io.jianmi.form.comment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.crypto.IntegrityException;
import io.jianmi.core.crypto.KeyRing;
import io.jianmi.core.file.FileHome;
import io.jianmi.core.file.Files;
import io.jianmi.core.file.StoredFile;
import io.jianmi.core.identity.Actor;
import io.jianmi.core.problem.Finding;
import io.jianmi.core.problem.ProblemException;
import io.jianmi.core.store.Write;
import io.jianmi.core.tenant.TenantKey;
import io.jianmi.form.record.RecordProblem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Files of comments and of the comments of acts: sealed under the key of the record's person as the words are, and given to whoever may know
 * of the record. What is received was judged by its content before.
 */
@Singleton
public final class CommentFiles implements Attachments {

    private final Files files;

    CommentFiles(Files files) {
        this.files = files;
    }

    @Override
    public Uni<List<Files.Upload>> taken(Actor actor, List<UUID> ids) {
        return files.uploads(actor, ids).map(uploads -> {
            List<Finding> findings = new ArrayList<>();
            List<Files.Upload> taken = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                Files.Upload upload = uploads.get(ids.get(i));
                if (upload == null) {
                    findings.add(Finding.error("file.unknown", "/files/" + i));
                } else {
                    taken.add(upload);
                }
            }
            if (!findings.isEmpty()) {
                throw ProblemException.of(RecordProblem.VALIDATION, findings);
            }
            return taken;
        });
    }

    @Override
    public List<Write> attach(
            List<Files.Upload> uploads, String form, UUID record, UUID subject, UUID comment, KeyRing ring) {
        FileHome home = FileHome.ofComment(form, record, comment, subject);
        return uploads.stream().map(upload -> files.attach(upload, home, ring)).toList();
    }

    Write detach(TenantKey tenant, UUID record, Collection<UUID> ids) {
        return files.detach(tenant, record, ids);
    }

    Write bringBack(TenantKey tenant, UUID record, Collection<UUID> ids) {
        return files.bringBack(tenant, record, ids);
    }

    /** What is told of the files of all comments of a record, by id: one statement. Of an erased person nothing is left to tell. */
    public Uni<Map<UUID, ObjectNode>> shown(TenantKey tenant, UUID record, KeyRing ring) {
        return files.of(tenant, List.of(record)).map(found -> {
            Map<UUID, ObjectNode> shown = new HashMap<>();
            found.stream().filter(file -> file.home().isComment()).forEach(file -> show(file, ring, shown));
            return shown;
        });
    }

    /** A row that was edited by hand shows no name. */
    private static void show(StoredFile file, KeyRing ring, Map<UUID, ObjectNode> shown) {
        try {
            if (file.readable(ring)) {
                shown.put(file.id(), file.facts(ring).json(file.id()));
            }
        } catch (IntegrityException edited) {
            shown.remove(file.id());
        }
    }
}
