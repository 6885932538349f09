// The 25 pages that pictures.mjs looks at, each in a state of states.mjs, at the width at which it is used most.
import { states } from './states.mjs';

/** `scale`: a picture is to be small; what is told apart at half the size is told apart. */
export const SIZES = {
  desk: { width: 1440, height: 900, scale: 0.5 },
  phone: { width: 390, height: 844, scale: 0.75 },
};

const DESK = [
  'home',
  'list',
  'list-board',
  'record',
  'new-filled',
  'tasks',
  'task-risk',
  'design-field',
  'flow-step',
  'matrix',
  'publish',
  'dashboard',
  'templates',
  'audit',
  'desk-inventory',
  'members',
  'health',
  'settings',
];
const PHONE = ['signin', 'home', 'list-masked', 'record-running', 'tasks', 'task', 'profile'];

export const PAGES = [
  ...DESK.map((state) => ({ name: state, state, size: 'desk' })),
  ...PHONE.map((state) => ({ name: `${state}-phone`, state, size: 'phone' })),
];

/** Without `made` its path is of no record. */
export function stateOf({ state }, made = { tasks: {} }) {
  return states(made)[state];
}
