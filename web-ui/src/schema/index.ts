export * from './form';
export * from './former';
export * from './live';
export * from './mask';
export { masked, maskOf, MASKS } from './masking';
export * from './richText';
