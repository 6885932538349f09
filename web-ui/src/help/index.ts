/* Short help about the page that is open, loaded when it is first asked for. */
import { lazy } from 'react';

export const HelpPanel = lazy(async () => ({ default: (await import('./HelpPanel')).HelpPanel }));
export { useHelp } from './useHelp';
