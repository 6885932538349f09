export { applyShade, antdTheme, type Shade } from './tokens';
export { Empty } from './Empty';
export { Face, PersonName } from './Face';
export { When } from './When';
export { Failure } from './Failure';
export { PageSkeleton, RowsSkeleton } from './Waiting';
export { useTitle } from './useTitle';
export { Busy } from './Busy';
export { useIsPhone } from './useIsPhone';
