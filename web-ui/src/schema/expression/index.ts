/** Portable expressions of published forms, evaluated in the browser to the digit as the server evaluates them. */
export { evaluate, holds, passes, type Clock, type Portable } from './evaluate';
export { toScale, toText } from './text';
export { isContext, Num, type Context, type Value } from './value';
