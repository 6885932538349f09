export { LineInput as Input } from '../parts/LineInput';
