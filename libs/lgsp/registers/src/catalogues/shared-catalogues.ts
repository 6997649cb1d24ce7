import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { z } from 'zod';
import { contentOf } from '../envelope';
import { isoDate, optionalIsoDate } from '../wire-dates';

export type CatalogueName = 'units' | 'ethnic-groups' | 'nationalities';

/** Names of the catalogues on the wire. */
const wireNames: Readonly<Record<CatalogueName, string>> = {
  units: 'DonViHanhChinh',
  'ethnic-groups': 'DanToc',
  nationalities: 'QuocTich',
};

const wireItem = z.object({
  Ma: z.string().min(1),
  Ten: z.string().min(1),
  MaCha: z.string().nullish(),
  HieuLucTu: z.string(),
  HieuLucDen: z.string().nullish(),
  ThayBang: z.array(z.string()).default([]),
});
const wirePage = z.object({ PhienBan: z.string(), DanhSach: z.array(wireItem) });

/** One entry of a catalogue for as long as it was valid; the entries of one code never overlap. */
export interface CatalogueItem {
  readonly code: string;
  readonly name: string;
  readonly parentCode: string | null;
  readonly validFrom: string;
  /** Last day; null while it is valid. */
  readonly validTo: string | null;
  /** Codes that took its place. */
  readonly replacedBy: readonly string[];
}

/** A catalogue with its whole history. */
export class Catalogue {
  constructor(
    /** Version of the source. */
    readonly version: string,
    readonly items: readonly CatalogueItem[],
  ) {}

  /** The entry under a code on a day; null when there was none. */
  find(code: string, on: string): CatalogueItem | null {
    return this.items.find((item) => item.code === code && isValidOn(item, on)) ?? null;
  }

  /** Entries that were valid on a day. */
  on(day: string): readonly CatalogueItem[] {
    return this.items.filter((item) => isValidOn(item, day));
  }

  /** What stands today for an entry of former days: itself, or those that took its place, through several changes. */
  successors(code: string, on: string): readonly CatalogueItem[] {
    const seen = new Set<string>();
    const found = new Map<string, CatalogueItem>();
    const queue = [code];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const current = this.find(next, on);
      if (current !== null) found.set(next, current);
      else queue.push(...this.items.filter((item) => item.code === next).flatMap((item) => item.replacedBy));
    }
    return [...found.values()];
  }
}

/** The shared catalogues of the national platform. */
export class SharedCatalogues {
  private readonly read: Operation<CatalogueName, Catalogue>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    this.read = {
      service,
      name: 'read-catalogue',
      method: 'GET',
      idempotent: true,
      encode: (name) => ({ path: `Metadata/${wireNames[name]}`, query: { LichSu: '1' } }),
      decode: (answer) => {
        const page = contentOf(service.name, answer, wirePage);
        if (page === null) throw new Error('no such catalogue');
        return new Catalogue(page.PhienBan, page.DanhSach.map(itemOf));
      },
    };
  }

  /** The whole catalogue with its history. @throws LgspFailure */
  get(name: CatalogueName): Promise<Catalogue> {
    return this.client.call(this.read, name);
  }
}

function itemOf(wire: z.output<typeof wireItem>): CatalogueItem {
  return {
    code: wire.Ma,
    name: wire.Ten,
    parentCode: wire.MaCha || null,
    validFrom: isoDate(wire.HieuLucTu),
    validTo: optionalIsoDate(wire.HieuLucDen),
    replacedBy: wire.ThayBang,
  };
}

function isValidOn({ validFrom, validTo }: CatalogueItem, day: string): boolean {
  return validFrom <= day && (validTo === null || day <= validTo);
}
