export { useReveal } from './useReveal';
export { privacyMessages } from './messages';
