package io.jianmi.core.audit;

import com.fasterxml.jackson.databind.node.TextNode;
import io.jianmi.core.audit.tree.Hash;
import io.jianmi.core.json.CanonicalJson;
import io.jianmi.core.tenant.TenantKey;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The exact text of an entry that is hashed: RFC 8785 canonical JSON of {@code {v, log, seq, ts, actor, act, obj, out,
 * ctx, pc}}; {@code ctx} and {@code pc} are absent when there is nothing to say.
 */
final class EntryText {

    static final String NO_CONTEXT = "{}";

    private static final int VERSION = 1;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private EntryText() {}

    /** Name of a tenant's log, in entries and checkpoints. */
    static String origin(TenantKey tenant) {
        return "jianmi.io/audit/" + tenant.value();
    }

    /** The members of a canonical object come in the order of their names, so they are simply written in it. */
    static String canonical(String log, long seq, Unnumbered entry) {
        StringBuilder text = new StringBuilder(320);
        text.append("{\"act\":").append(quoted(entry.action()));
        text.append(",\"actor\":").append(quoted(entry.actor()));
        if (!entry.context().equals(NO_CONTEXT)) {
            text.append(",\"ctx\":").append(entry.context());
        }
        text.append(",\"log\":").append(quoted(log));
        text.append(",\"obj\":").append(quoted(entry.object()));
        text.append(",\"out\":\"").append(entry.allowed() ? "allow" : "deny").append('"');
        if (entry.commitment() != null) {
            text.append(",\"pc\":").append(quoted(entry.commitment()));
        }
        text.append(",\"seq\":").append(seq).append(",\"ts\":\"");
        MICROS.formatTo(entry.at().withOffsetSameInstant(ZoneOffset.UTC), text);
        return text.append("\",\"v\":").append(VERSION).append('}').toString();
    }

    static Hash leafHash(String canonical) {
        return Hash.leaf(canonical.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String value) {
        return CanonicalJson.text(TextNode.valueOf(value));
    }
}
