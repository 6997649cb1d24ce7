export { foldedWords, foldVietnamese } from './fold';
export { differsByOneSlip } from './one-slip';
