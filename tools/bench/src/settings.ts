import type { BenchWorld } from './bench-world';

/** PostgreSQL settings that decide what a figure means. */
export async function printSettings({ parts }: BenchWorld): Promise<void> {
  const names = [
    'server_version',
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'shared_buffers',
    'wal_level',
    'max_connections',
  ];
  const rows = await parts.database.query<{ name: string; setting: string; unit: string | null }>(
    'SELECT name, setting, unit FROM pg_settings WHERE name = ANY($1) ORDER BY name',
    [names],
  );
  console.log(`PostgreSQL: ${rows.map((row) => `${row.name}=${row.setting}${row.unit ?? ''}`).join(', ')}`);
}

/** Value below which the share `p` of the sorted values lies. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? Number.NaN;
}
