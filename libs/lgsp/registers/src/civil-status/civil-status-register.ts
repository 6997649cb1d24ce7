import type { Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { z } from 'zod';
import { CodeTable } from '../code-table';
import { contentOf } from '../envelope';
import { type LookUpContext, wireContext } from '../look-up-context';
import { callOptions } from '../population/population-register';
import { isoDate } from '../wire-dates';

const wireEntry = z.object({
  LoaiSuKien: z.string(),
  So: z.string(),
  Quyen: z.string().nullish(),
  NgayDangKy: z.string(),
  NoiDangKy: z.string(),
  SoDinhDanh: z.string(),
});

/** Events by the letters that civil-status books use. */
const events = new CodeTable('civil-status.LoaiSuKien', {
  KS: 'birth',
  KH: 'marriage',
  KT: 'death',
  NCMC: 'parentage',
});

export type CivilEvent = ReturnType<typeof events.read>;

export interface CivilStatusEntry {
  readonly event: CivilEvent;
  readonly number: string;
  readonly book: string | null;
  readonly registeredOn: string;
  readonly registeredAt: string;
  readonly personalId: string;
}

/** The civil-status register: which events of a person stand in its books. */
export class CivilStatusRegister {
  private readonly lookUp: Operation<
    { personalId: string; event: CivilEvent; context: LookUpContext },
    CivilStatusEntry[]
  >;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    this.lookUp = {
      service,
      name: 'look-up-civil-status',
      method: 'POST',
      idempotent: true,
      encode: ({ personalId, event, context }) => ({
        path: 'TraCuuSuKienHoTich',
        body: { ...wireContext(context), SoDinhDanh: personalId, LoaiSuKien: events.write(event) },
      }),
      decode: (answer) => (contentOf(service.name, answer, z.array(wireEntry)) ?? []).map(entryOf),
    };
  }

  /** @throws LgspFailure */
  async entriesOf(
    personalId: string,
    event: CivilEvent,
    context: LookUpContext,
  ): Promise<readonly CivilStatusEntry[]> {
    const found = await this.client.call(this.lookUp, { personalId, event, context }, callOptions(context));
    return found.filter((entry) => entry.personalId === personalId && entry.event === event);
  }
}

function entryOf(wire: z.output<typeof wireEntry>): CivilStatusEntry {
  return {
    event: events.read(wire.LoaiSuKien),
    number: wire.So,
    book: wire.Quyen || null,
    registeredOn: isoDate(wire.NgayDangKy),
    registeredAt: wire.NoiDangKy,
    personalId: wire.SoDinhDanh,
  };
}
