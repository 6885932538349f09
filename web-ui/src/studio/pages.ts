export { StudioPage } from './StudioPage';
export { SoonPage } from './SoonPage';
