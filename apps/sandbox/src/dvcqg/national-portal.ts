import { join } from 'node:path';
import type { Faults } from '../faults/faults';
import type { Handler } from '../web/exchange';
import { type AdapterAccount, NationalAdapter } from './adapter-routes';
import { NationalRecords } from './national-records';
import { nationalPortalRoutes } from './portal-routes';
import { type ProvinceAddress, ProvinceMail } from './province-mail';

export interface NationalPortalOptions {
  /** State is kept here. */
  readonly folder: string;
  readonly province: ProvinceAddress;
  readonly account: AdapterAccount;
}

/** The national portal of the sandbox. */
export interface FakeNationalPortal {
  readonly handler: Handler;
  close(): Promise<void>;
}

export async function openNationalPortal(
  { folder, province, account }: NationalPortalOptions,
  faults: Faults,
): Promise<FakeNationalPortal> {
  const records = await NationalRecords.open(join(folder, 'dvcqg.jsonl'));
  const mail = await ProvinceMail.open(join(folder, 'dvcqg-mail.jsonl'), province, faults);
  const adapter = new NationalAdapter(records, account);
  return { handler: nationalPortalRoutes(records, adapter, mail), close: () => mail.close() };
}
