export { DerivedDetail as Detail } from '../parts/Derived';
