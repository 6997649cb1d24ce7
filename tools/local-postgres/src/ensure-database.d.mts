/**
 * Makes the database when the server does not have it.
 * @param serverUrl connection text of any database of the server
 * @returns connection text of the database
 */
export function ensureDatabase(serverUrl: string, name: string): Promise<string>;
