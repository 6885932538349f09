package io.jianmi.form.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.jianmi.core.thread.Waiting;
import jakarta.inject.Singleton;

/** What was asked for: a filter may name a person, so it is sealed like the rest. For worker threads. */
@Singleton
final class JobOptions {

    static final String PLACE = "options";

    private final Vault vault;

    JobOptions(Vault vault) {
        this.vault = vault;
    }

    JsonNode open(Job job) {
        return Waiting.on(vault.open(Vault.Owner.of(job), PLACE, job.options()));
    }
}
