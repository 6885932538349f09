export { DerivedCell as Cell } from '../parts/Derived';
