export * from './form';
export * from './live';
export * from './mask';
export * from './richText';
