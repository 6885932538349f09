/** The header that names a simulation: with whose eyes a request looks. */
export const SIMULATION_HEADER = 'Jianmi-Simulation';

let simulation: string | undefined;

/** From now on every request looks so; undefined: as oneself. Kept in this page's memory alone. */
export function lookAs(id: string | undefined): void {
  simulation = id;
}

export const simulationId = (): string | undefined => simulation;
