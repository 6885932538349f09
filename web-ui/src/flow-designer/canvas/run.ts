import { createContext, useContext } from 'react';

/** How far a simulated run has come, by node; null while none is shown. */
export type RunStates = Record<string, 'passed' | 'current' | 'aside'>;

const Context = createContext<RunStates | null>(null);
export const RunProvider = Context.Provider;
export const useRun = () => useContext(Context);
