/**
 * Looking at pages with the eyes of another member or of a role. Words of this package: simulation (one such time), viewer (who looks).
 * {@link io.jianmi.core.simulation.SimulationGuard} is the one place that turns the caller of a request into whom he looks as; what is not
 * {@link io.jianmi.core.identity.Simulable} is refused. What is shown is decided where it always is, on an
 * {@link io.jianmi.core.identity.Actor} that somebody {@linkplain io.jianmi.core.identity.Actor#seenBy looks as}.
 */
@NullMarked
package io.jianmi.core.simulation;

import org.jspecify.annotations.NullMarked;
