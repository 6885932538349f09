export { useReveal } from './useReveal';
