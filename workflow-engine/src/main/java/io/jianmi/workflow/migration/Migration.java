package io.jianmi.workflow.migration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a page of instances, or would.
 *
 * @param to the version
 * @param fits how many go there
 * @param unfit how many of a version do not, by what does not fit; no instance and no record is named
 * @param next the last one looked at; empty when there are no more
 */
record Migration(int to, int fits, Map<Unfit, Integer> unfit, Optional<UUID> next) {

    /** Why instances of a version stay there. */
    record Unfit(int version, String code, String node) {}

    ObjectNode json() {
        ObjectNode answer = Json.NODES.objectNode().put("to", to).put("fits", fits);
        var list = answer.putArray("unfit");
        unfit.forEach((why, count) -> list.addObject()
                .put("version", why.version())
                .put("code", why.code())
                .put("node", why.node())
                .put("count", count));
        answer.put("next", next.map(UUID::toString).orElse(null));
        return answer;
    }
}
