package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What holds of an approval certificate beside its proofs. Its own entry in the log carries the digest of all that it says, so
 * nothing of it can be changed; what each act says of itself must also be what the act's own entry says, so that not even
 * the server can have said otherwise later.
 */
public final class ApprovalCertificate {

    /** First member of the document. */
    public static final String FORMAT = "jianmi.io/approval-certificate/1";

    /** The entry that tells of its making; its context holds the document's digest. */
    public static final String ISSUED = "workflow.certificate";

    /** Member of that entry's context. */
    public static final String DIGEST = "digest";

    /** Member of an act's context: the hash of its {@link Statement}. */
    public static final String STATEMENT = "statement";

    /** The part of a statement that is the comment. */
    public static final String COMMENT = "comment";

    /** The part that is the files with it. */
    public static final String FILES = "files";

    /** Ends the member that proves one of these two, such as {@code commentSalt}. */
    public static final String SALT = "Salt";

    /** Member of an act and of its context: in whose place somebody has acted. */
    public static final String PRINCIPAL = "for";

    private ApprovalCertificate() {}

    /** What the log commits to: the digest of the document without its proofs. */
    public static String digest(ObjectNode document) {
        return Statement.digest(document.deepCopy().without("evidence"));
    }

    /** The part of a statement that tells how a field was seen, from how a certificate tells it. */
    public static ObjectNode part(JsonNode seen) {
        ObjectNode part = Json.NODES.objectNode();
        for (String member : List.of("access", "commitment", "changed")) {
            if (seen.has(member)) {
                part.set(member, seen.get(member));
            }
        }
        return part;
    }

    /** Name of that part. */
    public static String partName(String field) {
        return "seen/" + field;
    }

    /** @throws Unsound at the first thing that is wrong */
    static Verdict verify(JsonNode document, Evidence evidence) {
        if (!(document instanceof ObjectNode certificate)) {
            throw new Unsound("The file is no certificate.");
        }
        Map<Long, JsonNode> entries = evidence.entries();
        long issued = issued(certificate, entries);
        Set<Long> told = new HashSet<>(Set.of(issued));
        int place = 0;
        for (JsonNode act : certificate.path("acts")) {
            place++;
            JsonNode entry = entries.get(act.path("leaf").asLong(-1));
            if (entry == null) {
                throw new Unsound("Act " + place + " has no entry in the log.");
            }
            agree(certificate, act, entry, "Act " + place);
            told.add(act.path("leaf").asLong());
        }
        if (!told.equals(entries.keySet())) {
            throw new Unsound("The certificate proves an entry of which it does not tell.");
        }
        return new Verdict(
                true,
                place + " acts are in the tree of size " + evidence.size() + ", certified by entry " + issued
                        + ", signed by " + evidence.key(),
                entries.size());
    }

    private static long issued(ObjectNode certificate, Map<Long, JsonNode> entries) {
        List<Map.Entry<Long, JsonNode>> issued = entries.entrySet().stream()
                .filter(entry -> entry.getValue().path("act").asText().equals(ISSUED))
                .toList();
        if (issued.size() != 1) {
            throw new Unsound("The certificate has no entry in the log.");
        }
        JsonNode entry = issued.get(0).getValue();
        if (!entry.at("/ctx/" + DIGEST).asText().equals(digest(certificate))
                || !entry.path("out").asText().equals("allow")) {
            throw new Unsound("The certificate is not the one that was issued: something in it was changed.");
        }
        return issued.get(0).getKey();
    }

    private static void agree(JsonNode certificate, JsonNode act, JsonNode entry, String who) {
        JsonNode context = entry.path("ctx");
        same(who + ": its time", act.path("at"), entry.path("ts"));
        same(who + ": its actor", act.at("/actor/id"), entry.path("actor"));
        same(who + ": for whom", act.at("/" + PRINCIPAL + "/id"), context.path(PRINCIPAL));
        same(who + ": its action", act.path("entry"), entry.path("act"));
        same(who + ": its outcome", text("allow"), entry.path("out"));
        if (context.has("instance")) {
            same(who + ": its instance", certificate.at("/instance/id"), context.path("instance"));
            same(who + ": its record", certificate.at("/record/id"), context.path("record"));
            same(who + ": its workflow", certificate.at("/workflow/policy"), context.path("policy"));
            same(who + ": its step", act.path("node"), context.path("node"));
        } else {
            JsonNode record = certificate.path("record");
            String object = "record/" + record.path("form").asText() + "/"
                    + record.path("id").asText();
            same(who + ": its record", text(object), entry.path("obj"));
        }
        if (act.has("to")) {
            same(who + ": to whom it went", text(String.join(",", ids(act.path("to")))), context.path("to"));
        }
        if (act.has("recordVersion")) {
            same(who + ": its version", act.path("recordVersion"), context.path("version"));
        }
        statement(act, context, who);
    }

    private static List<String> ids(JsonNode people) {
        List<String> ids = new ArrayList<>();
        people.forEach(person -> ids.add(person.path("id").asText()));
        return ids;
    }

    private static JsonNode text(String text) {
        return Json.NODES.textNode(text);
    }

    private static void statement(JsonNode act, JsonNode context, String who) {
        List<String> digests = Statement.read(act.path("digests"));
        if (!act.has("digests")) {
            if (act.has("seen") || act.has(COMMENT) || act.has(FILES)) {
                throw new Unsound(who + ": what it shows is not in the log.");
            }
            return;
        }
        if (!Statement.hash(digests).equals(context.path(STATEMENT).asText())) {
            throw new Unsound(who + ": what was seen and said is not what was logged.");
        }
        for (JsonNode seen : act.path("seen")) {
            String name = partName(seen.path("field").asText());
            if (!digests.contains(Statement.digest(seen.path("salt").asText(), name, part(seen)))) {
                throw new Unsound(who + ": what was seen of " + seen.path("field") + " is not what was logged.");
            }
        }
        for (String part : List.of(COMMENT, FILES)) {
            String salt = act.path(part + SALT).asText();
            if (act.has(part) && !digests.contains(Statement.digest(salt, part, act.path(part)))) {
                throw new Unsound(who + ": its " + part + " is not what was logged.");
            }
        }
    }

    private static void same(String what, JsonNode said, JsonNode logged) {
        if (!said.equals(logged)) {
            throw new Unsound(what + " is not what was logged.");
        }
    }
}
