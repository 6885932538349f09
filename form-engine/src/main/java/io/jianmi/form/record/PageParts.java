package io.jianmi.form.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.identity.Org;
import io.jianmi.core.json.SharedObject;
import io.jianmi.form.access.RowAccess;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** What the records of one answer have in common: their shapes, and the people who made and changed them. */
final class PageParts {

    private final Org org;
    private final AskedFields asked;
    private final IdentityHashMap<RowAccess, RecordShape> shapes = new IdentityHashMap<>();
    private final Map<String, ObjectNode> members = new HashMap<>();

    PageParts(Org org, AskedFields asked) {
        this.org = org;
        this.asked = asked;
    }

    /** By the decision itself: groups decide once for all rows alike, and comparing two would cost more than it saves. */
    RecordShape shape(Visible visible) {
        RecordShape shape =
                shapes.computeIfAbsent(visible.access(), access -> new RecordShape(visible.form(), access, asked));
        return shape.form() == visible.form() ? shape : new RecordShape(visible.form(), visible.access(), asked);
    }

    ObjectNode member(String id) {
        return members.computeIfAbsent(id, one -> new SharedObject(NamedIds.member(org, one)));
    }
}
