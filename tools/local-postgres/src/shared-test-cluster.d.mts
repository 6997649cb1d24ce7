import type { Client } from 'pg';

/**
 * Joins the test cluster of this machine's user, and starts it when nobody did. A keeper process stops it after some
 * minutes without a connection, so no test has to.
 * @param home folder of the cluster; default below `DATA_DIR` or the folder for temporary files
 * @returns its address and an open connection to its maintenance database, which the caller closes
 */
export function joinTestCluster(home?: string): Promise<{ url: string; admin: Client }>;

/** Folder of the shared test cluster. */
export function testClusterHome(): string;

/** Files beside the folder of the test cluster. */
export function testClusterPaths(home: string): { lock: string; keeper: string; log: string };
