export { FixedClock, MovingClock } from './clocks';
export { hostileTargets, internalAddresses, spellingsOf } from './hostile-targets';
export { Inventor, testId } from './invented-people';
export { isDeep, scaled } from './scaled';
export { startTestDatabase } from './test-database';
export type { TestDatabase } from './test-database';
