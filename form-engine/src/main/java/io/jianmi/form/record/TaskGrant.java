package io.jianmi.form.record;

import io.jianmi.form.access.RevealTerms;
import io.jianmi.form.access.TaskAccess;
import java.util.Optional;
import java.util.UUID;

/**
 * What one task of an actor gives him on its record.
 *
 * @param access standing and fields as the node declares them
 * @param reveal how he may reveal through the task, when it is open and the node says so
 */
public record TaskGrant(UUID task, String node, TaskAccess access, Optional<RevealTerms> reveal) {}
