export { migrateDatabase, openDatabase } from './open-database';
export type { DatabaseOptions } from './open-database';
export { migrations } from './migrations';
