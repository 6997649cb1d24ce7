import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NationalRecord, readNationalRecord, recordOf } from '@mocua/engine/national-record';
import { workspaceRoot } from '@mocua/server/kernel';

export interface RecordFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function filesIn(folder: string): RecordFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** Invented records of the demo province, as messy as real ones. */
export const demoRecords = filesIn(join(workspaceRoot(), 'procedures', 'records'));

/** Records of a real province, where somebody has put them beside the project; they are not part of it. */
export const realRecords = filesIn(join(workspaceRoot(), '../shared/data/procedures'));

export function recordIn(file: RecordFile): NationalRecord {
  const result = readNationalRecord(file.bytes);
  if (!result.ok) throw new Error(`${file.name}: ${JSON.stringify(result.faults)}`);
  return recordOf(result.content);
}

/** Every text of a JSON value, wherever it stands. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
