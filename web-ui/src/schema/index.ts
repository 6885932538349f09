export * from './form';
export * from './former';
export * from './live';
export * from './mask';
export * from './richText';
