/** A record of another form, as a relation shows it. */
export interface Related {
  id: string;
  title?: string | { masked: string };
}
