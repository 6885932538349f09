package io.jianmi.workflow.instance;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.json.Json;
import io.jianmi.workflow.compile.VersionFit;
import io.jianmi.workflow.compile.VersionFit.Misfit;
import io.jianmi.workflow.engine.Token;
import io.jianmi.workflow.node.TaskAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a running instance stands, as far as another version of its workflow must know it.
 *
 * @param token of any step at which it waits; empty: the engine has not begun, or is done with it
 */
public record Standing(Set<String> waiting, Set<String> rejected, Set<String> passed, Optional<Token> token) {

    /** SQL: two columns about an instance {@code i}, read by {@link #of}. */
    public static final String COLUMNS = """
            (select json_agg(json_build_array(v.node, v.status, v.outcome, v.token))::text from %1$s.wf_visit v
             where v.instance = i.id and v.status in ('OPEN', 'DECIDED')),
            (select json_agg(n.node)::text from (select i.ending as node union select i.resume_at
             union select node from %1$s.wf_visit where instance = i.id
             union select node from %1$s.task where record = i.record and instance = i.id
             union select node from %1$s.wf_timeline where instance = i.id) n where n.node <> '')
            """;

    public static Standing of(@Nullable String visits, @Nullable String nodes) {
        Set<String> waiting = new HashSet<>();
        Set<String> rejected = new HashSet<>();
        List<Token> tokens = new ArrayList<>();
        for (JsonNode visit : list(visits)) {
            waiting.add(visit.path(0).asText());
            tokens.add(Token.parse(visit.path(3).asText()));
            if (visit.path(1).asText().equals("DECIDED")
                    && visit.path(2).asText().equals(TaskAction.REJECT.key())) {
                rejected.add(visit.path(0).asText());
            }
        }
        Set<String> passed = new HashSet<>();
        list(nodes).forEach(node -> passed.add(node.asText()));
        return new Standing(waiting, rejected, passed, tokens.stream().findFirst());
    }

    private static JsonNode list(@Nullable String json) {
        return json == null ? Json.NODES.arrayNode() : Json.parse(json);
    }

    public List<Misfit> misfits(VersionFit fit) {
        return fit.check(waiting, rejected, passed);
    }
}
