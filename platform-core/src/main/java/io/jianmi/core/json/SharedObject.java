package io.jianmi.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An object that stands in many places of an answer, as who made each record of a page does: its text is made once. Not to
 * be changed once it stands anywhere.
 */
@SuppressWarnings("unchecked") // of how Jackson itself overrides deepCopy()
public final class SharedObject extends ObjectNode {

    @Serial
    private static final long serialVersionUID = 1L;

    private transient @Nullable SerializableString text;

    /** @param of whose members it has */
    public SharedObject(ObjectNode of) {
        super(Json.NODES);
        setAll(of);
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider provider) throws IOException {
        if (out instanceof TokenBuffer) {
            super.serialize(out, provider);
            return;
        }
        if (text == null) {
            text = new SerializedString(super.toString());
        }
        out.writeRawValue(text);
    }
}
