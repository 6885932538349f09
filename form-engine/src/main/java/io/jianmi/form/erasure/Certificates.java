package io.jianmi.form.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jianmi.core.json.Json;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is certified of an erasure: what it was about, how much went, when nothing is left anywhere, and what stays on purpose. */
@Singleton
final class Certificates {

    /**
     * What stays: the log without what could tell of her, that she agreed to something, copies of the keys and of the data until they are too
     * old, space that the database has not written over yet, and what others wrote of her in their own records or took away before.
     */
    private static final List<String> RESIDUE = List.of(
            "audit-entries",
            "consent-events",
            "key-backups",
            "data-backups",
            "unwritten-space",
            "others-records",
            "taken-away");

    private final Duration keyBackups;
    private final Duration dataBackups;

    /**
     * @param keyDays for how long copies of the key database are kept
     * @param dataDays for how long copies of the data are kept
     */
    Certificates(
            @ConfigProperty(name = "jianmi.backups.key-days", defaultValue = "7") int keyDays,
            @ConfigProperty(name = "jianmi.backups.data-days", defaultValue = "35") int dataDays) {
        this.keyBackups = Duration.ofDays(keyDays);
        this.dataBackups = Duration.ofDays(dataDays);
    }

    /** @param forms how many records in each form */
    ObjectNode of(Erasure erasure, Map<String, Integer> forms, Instant closed) {
        Instant shredded = erasure.done(Step.KEYS).orElseThrow().at();
        ObjectNode certificate = Json.NODES
                .objectNode()
                .put("erasure", erasure.id().toString())
                .put("subject", erasure.subject().toString())
                .put("askedAt", erasure.askedAt().toString())
                .put("keysDestroyedAt", shredded.toString())
                .put("completedAt", closed.toString())
                .put("finalAt", shredded.plus(keyBackups).toString())
                .put("dataBackupsUntil", closed.plus(dataBackups).toString());
        ArrayNode scope = certificate.putArray("forms");
        forms.forEach((form, records) -> scope.addObject().put("form", form).put("records", records.intValue()));
        ObjectNode counts = certificate.putObject("counts");
        counted(erasure).forEach(counts::put);
        RESIDUE.forEach(certificate.putArray("residue")::add);
        return certificate;
    }

    /** Of all steps but those that only tell of forms. */
    private static Map<String, Integer> counted(Erasure erasure) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Step step : List.of(Step.KEYS, Step.TRACES, Step.FILES, Step.HANGING)) {
            erasure.done(step)
                    .map(Erasure.Done::counts)
                    .ifPresent((JsonNode done) -> done.properties()
                            .forEach(one ->
                                    counts.merge(one.getKey(), one.getValue().asInt(), Integer::sum)));
        }
        return counts;
    }
}
