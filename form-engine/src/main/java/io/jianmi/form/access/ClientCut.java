package io.jianmi.form.access;

import io.jianmi.core.identity.ClientTerms;
import io.jianmi.core.privacy.sensitivity.Sensitivity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fields of one form that do not exist for an API client, whatever its roles, shares or tasks give: those above its tag ceiling, and protected ones
 * that are not processed for its purpose. What it cannot read at once it cannot reveal either.
 */
final class ClientCut {

    /** Why a field is cut: words of the answers. */
    enum Why {
        CEILING("ceiling"),
        PURPOSE("purpose");

        private final String key;

        Why(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** For whoever is no client. */
    static final ClientCut NONE = new ClientCut(Map.of(), false);

    private final Map<String, Why> cut;
    private final boolean client;

    private ClientCut(Map<String, Why> cut, boolean client) {
        this.cut = Map.copyOf(cut);
        this.client = client;
    }

    static ClientCut of(ClientTerms terms, Map<String, Sensitivity> levels, PurposeBases purposes) {
        Map<String, Why> cut = new HashMap<>();
        levels.forEach((path, level) -> {
            if (level.compareTo(terms.ceiling()) > 0) {
                cut.put(path, Why.CEILING);
            } else if (level.encrypted() && !purposes.cover(path, terms.purpose())) {
                cut.put(path, Why.PURPOSE);
            }
        });
        Map<String, Why> whole = new HashMap<>(cut);
        levels.keySet().forEach(path -> {
            Why around = cut.get(Grants.top(path));
            if (around != null) {
                whole.putIfAbsent(path, around);
            }
        });
        return new ClientCut(whole, true);
    }

    /** Why a field or cell is cut; empty when it is not. */
    Optional<Why> why(String path) {
        return Optional.ofNullable(cut.get(path));
    }

    /** What is left of an access. */
    FieldAccess left(String path, FieldAccess access) {
        if (cut.containsKey(path)) {
            return FieldAccess.HIDDEN;
        }
        return client && access == FieldAccess.REVEAL ? FieldAccess.MASKED : access;
    }
}
