package io.jianmi.core.simulation;

import io.jianmi.core.identity.MemberId;
import io.jianmi.core.identity.Perspective;
import java.time.Instant;
import java.util.UUID;

/**
 * A time in which somebody looks with the eyes of another.
 *
 * @param viewer who looks
 * @param until its end
 */
record Simulation(UUID id, MemberId viewer, Perspective as, Instant startedAt, Instant until) {}
