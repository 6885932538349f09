export { CodeCell as Cell } from '../parts/CodeCell';
