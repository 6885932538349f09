package io.jianmi.form.record;

import io.jianmi.form.compile.CompiledField;
import io.jianmi.form.query.RecordListRequest;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields of records somebody asked for; whether he may see them is another question.
 *
 * @param keys empty for all that there are
 */
record AskedFields(Optional<Set<String>> keys) {

    static final AskedFields ALL = new AskedFields(Optional.empty());

    static AskedFields of(RecordListRequest request) {
        return request.fields().map(AskedFields::only).orElse(ALL);
    }

    static AskedFields only(Collection<String> keys) {
        return new AskedFields(Optional.of(Set.copyOf(keys)));
    }

    boolean has(CompiledField field) {
        return keys.isEmpty() || keys.get().contains(field.key());
    }
}
