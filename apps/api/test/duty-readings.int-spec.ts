import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listReadings, type ResponseOf } from '@mocua/contract';
import { demoPartyId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import { workspaceRoot, writeOutbox } from '@mocua/server/kernel';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the program whose commands are walked; no program imports it
import { commands } from '../../../tools/mocua/src/commands';
import { ok } from './api-harness';
import { DutyWorld } from './duty-world';
import { aFiling } from './filing.builder';
import { aClient, Receiver, subscribe } from './provider-world';
import { ReadingWatch } from './reading-watch';

/** What a duty has to do in this test, and what of whom it opens meanwhile. */
interface DutyCase {
  /** Answers the dossiers it will be about. */
  readonly arrange?: () => Promise<readonly string[]>;
  /** SQL that is true when the work is done; without it one round is. */
  readonly until?: string;
  /** As whom and why it reads; null for a duty that opens nothing, however much there is to do. */
  readonly reads: { readonly by: string; readonly why: string; readonly what: readonly string[] } | null;
}

/** A birth that is registered late costs money before the reception. */
const lateBirth = { childBirthDate: '2026-08-03', lateReason: 'Gia đình ở xa', feeGround: 'none' };
const nothing: DutyCase = { reads: null };
const delivered = (destination: string): string =>
  `NOT EXISTS (SELECT 1 FROM kernel.outbox WHERE destination = '${destination}' AND state = 'pending')`;
const followed = (name: string): string =>
  `NOT EXISTS (SELECT 1 FROM dossier.events e LEFT JOIN kernel.follower_cursors c ON c.name = '${name}'
    WHERE c.xid IS NULL OR (e.xid, e.position) > (c.xid, c.position))`;

let world: DutyWorld;
let watch: ReadingWatch;
let receiver: Receiver;
/** Two people each, so that a round that mixed them up would be seen. */
let chosen: readonly string[];
let copies: readonly string[];
let charged: readonly string[];

beforeAll(async () => {
  world = await DutyWorld.start();
  watch = new ReadingWatch(world.api.db.database);
  receiver = await Receiver.start();
}, 120_000);
afterEach(() => world.outside.script('payment-out', []));
afterAll(async () => {
  watch.end();
  await receiver.close();
  await world.close();
});

const at = (instant: string): void => world.api.clock.set(instant);

/** Every duty of the worker, in an order in which the work of one is there for the next. */
const cases: Readonly<Record<string, DutyCase>> = {
  timers: {
    // Its time limit depends on the answers; that of a copy from a register does not, and those are not opened.
    arrange: async () => {
      chosen = await world.fileBy('1.011441/v1');
      copies = await world.file('lam', 'quan');
      at('2026-11-24T03:00:00.000Z');
      return chosen;
    },
    until: `NOT EXISTS (SELECT 1 FROM dossier.timers WHERE due_at <= '2026-11-24T03:00:00.000Z')`,
    reads: { by: 'timers', why: 'deadline-keeping', what: ['answers'] },
  },
  notifications: {
    // At night a message is put off, and whether there is an address it could come to is looked up.
    arrange: async () => {
      at('2026-11-24T15:00:00.000Z');
      return [...chosen, ...copies];
    },
    until: delivered('notification'),
    reads: { by: 'notices', why: 'notification', what: ['identity'] },
  },
  messages: {
    arrange: async () => {
      at('2026-11-25T01:00:00.000Z');
      return [...chosen, ...copies];
    },
    until: `NOT EXISTS (SELECT 1 FROM notification.deliveries WHERE state IN ('trying', 'put-off'))`,
    reads: { by: 'notices', why: 'notification', what: ['identity'] },
  },
  'national-portal': {
    arrange: async () => {
      await world.receive(copies);
      return copies;
    },
    until: delivered('national-portal'),
    reads: { by: 'national-portal', why: 'synchronisation', what: ['answers', 'name', 'papers'] },
  },
  'lost-callbacks': {
    arrange: async () => {
      charged = await world.fileBy('1.001193/v1', lateBirth);
      for (const [index, person] of ['lam', 'quan'].entries())
        await world.payUnheard(charged[index] ?? '', person);
      world.api.clock.advance({ minutes: 1 });
      return charged;
    },
    until: `SELECT count(*) = 2 FROM payment.settlements`,
    reads: null,
  },
  payments: {
    arrange: () => Promise.resolve(charged),
    until: delivered('dossier-payment'),
    reads: { by: 'payments', why: 'payment', what: ['answers'] },
  },
  refunds: {
    arrange: async () => {
      const wrong = await world.fileBy('1.001193/v1', lateBirth);
      for (const [index, person] of ['lam', 'quan'].entries())
        await world.payWrongly(wrong[index] ?? '', person);
      return wrong;
    },
    until: delivered('payment-refund'),
    reads: null,
  },
  overpaid: {
    // What is paid beyond what is owed is counted from what was told; nothing of the person is opened for it.
    arrange: async () => {
      const message = (dossierId: string) => ({
        destination: 'payment-overpaid',
        lane: dossierId,
        payload: { dossierId },
      });
      await writeOutbox(world.api.parts.database, charged.map(message));
      return charged;
    },
    until: delivered('payment-overpaid'),
    reads: null,
  },
  'payment-reconciliation': nothing,
  // What leaves with a step and what its end opens is shown in sector.int-spec.ts, with the system over there.
  'sector-systems': nothing,
  'sector-steps': nothing,
  // What leaves with a draft and what its end opens is shown in document-management.int-spec.ts, with the system over there.
  'outgoing-documents': nothing,
  'issued-documents': nothing,
  counters: nothing,
  'processing-times': { until: followed('processing-times'), reads: null },
  'agency-events': {
    arrange: async () => {
      const { api } = world;
      const admin = await api.officer('viet', 'province-administrator');
      const client = await aClient(api, admin, { scopes: ['webhooks'], procedureCodes: ['2.000908'] });
      const eventTypes = ['vn.mocua.dossier.submitted' as const];
      await subscribe(api, admin, client, { url: receiver.url, eventTypes });
      return world.file('lam', 'quan');
    },
    until: followed('agency-events'),
    reads: null,
  },
  webhooks: {
    until: `NOT EXISTS (SELECT 1 FROM kernel.outbox WHERE destination LIKE 'webhook:%' AND state = 'pending')`,
    reads: null,
  },
  'ended-dossiers': {
    arrange: async () => {
      for (const dossierId of copies) await world.resolve(dossierId);
      // One was printed by an officer already, one is printed for the store.
      await world.printResult(copies[0] ?? '');
      return copies;
    },
    until: followed('data-store'),
    reads: null,
  },
  'stored-papers': {
    arrange: () => Promise.resolve(copies),
    until: 'NOT EXISTS (SELECT 1 FROM data_store.arrivals WHERE kept_at IS NULL)',
    reads: { by: 'stored-papers', why: 'store-keeping', what: ['answers', 'name', 'papers', 'handling'] },
  },
  'national-store': {
    arrange: () => Promise.resolve(copies),
    until: delivered('national-store'),
    reads: { by: 'national-store', why: 'synchronisation', what: ['identity', 'papers'] },
  },
  post: {
    arrange: async () => {
      for (const [index, dossierId] of copies.entries())
        await world.postResult(dossierId, index === 0 ? 'Trần Văn Lâm' : 'Phạm Minh Quân');
      return copies;
    },
    until: 'SELECT count(*) = 2 FROM delivery.parcels',
    reads: { by: 'post', why: 'result-return', what: ['delivery'] },
  },
  parcels: {
    arrange: async () => {
      await world.outside.moveParcels('2', '4');
      world.api.clock.advance({ minutes: 31 });
      return copies;
    },
    until: `SELECT count(*) = 2 FROM dossier.dossiers WHERE state->>'processing' = 'returned' AND state->'parcel' IS NOT NULL`,
    reads: null,
  },
  // Counted and told without a single value being opened.
  'report-counters': { until: followed('reporting'), reads: null },
  'province-store': { until: delivered('province-store'), reads: null },
  'monthly-report': nothing,
  'government-reports': nothing,
  // Nobody here signs from afar; what these read is shown in signing.int-spec.ts.
  'decisions-to-sign': nothing,
  'to-be-signed': nothing,
  signatures: nothing,
  'old-webhooks': nothing,
  checkpoints: nothing,
  // Twice, because it does nothing in the first hour.
  reconciliation: { until: 'SELECT count(*) > 0 FROM national_portal.reconciliations', reads: null },
  'spent-drafts': {
    arrange: async () => {
      await aFiling(world.api, await world.api.citizen('lam')).draft();
      world.api.clock.advance({ days: 40 });
      return [];
    },
    until: 'SELECT count(*) = 0 FROM dossier.drafts WHERE submitted_dossier_id IS NULL',
    reads: null,
  },
  'orphaned-files': nothing,
  'old-readings': nothing,
  'old-idempotency-keys': nothing,
};

describe('every duty of the worker', () => {
  it('has a case here', () => {
    expect(world.duties.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort());
  });

  it.each(Object.entries(cases))('leaves the reading of what it opened: %s', async (name, duty) => {
    const about = (await duty.arrange?.()) ?? [];
    await watch.begin();
    await world.perform(name, duty.until ?? 'true');
    const rows = await watch.readings();
    expect(await watch.differences()).toEqual([]);
    expect(await watch.misplaced()).toEqual([]);
    // No duty looks into a file; one that does has to say so here, and whose file it is.
    expect(watch.filesOpened).toBe(0);
    if (duty.reads === null) return expect([watch.decryptions, rows]).toEqual([0, []]);
    const { by, why, what } = duty.reads;
    expect(watch.decryptions).toBeGreaterThan(0);
    for (const row of rows) expect([row.readerKind, row.readerId, row.purpose]).toEqual(['system', by, why]);
    expect([...new Set(rows.map((row) => row.dossierId))].sort()).toEqual([...about].sort());
    expect([...new Set(rows.flatMap((row) => row.categories))].sort()).toEqual([...what].sort());
  });

  it('is among those who read, on the screen of the person', async () => {
    const as = await world.api.citizen('lam');
    const shown = new Set<string>();
    let after: string | null = null;
    do {
      const query = after === null ? {} : { after };
      const page: ResponseOf<typeof listReadings> = ok(await world.api.call(listReadings, { as, query }));
      for (const { who, purpose } of page.items) shown.add(`${who.vi}: ${purpose.vi}`);
      after = page.next;
    } while (after !== null);
    expect([...shown]).toEqual(
      expect.arrayContaining([
        'Hệ thống theo dõi thời hạn: Tính hạn giải quyết, tính phí',
        'Hệ thống gửi thông báo: Lấy số điện thoại, thư điện tử để gửi thông báo',
        'Hệ thống đồng bộ với Cổng Dịch vụ công quốc gia: Đồng bộ hồ sơ với Cổng Dịch vụ công quốc gia và hệ thống liên quan',
        'Hệ thống thu phí, lệ phí: Thu, hoàn phí và lệ phí',
        'Hệ thống gửi kết quả qua bưu điện: Xem hồ sơ để trả kết quả',
        'Kho giấy tờ của bạn: Đưa kết quả, giấy tờ số hóa vào Kho giấy tờ của bạn',
      ]),
    );
  });
});

/** Why a command is not run here. */
interface LeftOut {
  readonly because: string;
}

interface CommandCase {
  readonly args: () => Promise<readonly string[]>;
  readonly exit: number;
}

const none = (): Promise<readonly string[]> => Promise.resolve([]);
const given =
  (...args: readonly string[]) =>
  (): Promise<readonly string[]> =>
    Promise.resolve(args);
const procedures = join(workspaceRoot(), 'procedures');

/** Every command of the command line; none of them may open a value, whatever it goes through. */
const commandCases: Readonly<Record<string, CommandCase | LeftOut>> = {
  'database migrate': { args: none, exit: 0 },
  'seed demo': {
    because: 'It tells lives of invented people into an empty installation, as those people themselves.',
  },
  'seed accounts': { args: given('--json'), exit: 0 },
  'procedure import': { args: given(join(procedures, 'records/2.000908.H99.json')), exit: 0 },
  'procedure check': { args: given(join(procedures, '2.000908/v1')), exit: 0 },
  'procedure list': { args: none, exit: 0 },
  'notice templates': { args: none, exit: 0 },
  'procedure publish': { args: given(join(procedures, '2.000908/v1')), exit: 0 },
  'mirror push': {
    args: async () => {
      const file = join(world.api.dataDir, 'facts.json');
      await writeFile(file, JSON.stringify([aFact()]));
      return [file];
    },
    exit: 0,
  },
  reconcile: {
    args: async () => {
      await world.perform('national-portal', delivered('national-portal'));
      return ['--json'];
    },
    exit: 0,
  },
  'report list': { args: none, exit: 0 },
  'report prepare': { args: given('2026-10'), exit: 0 },
  'report show': { args: given('2026-10'), exit: 0 },
  'report release': { args: given('2026-10', '1', '--answerable', 'Văn phòng UBND tỉnh'), exit: 0 },
  'report reconcile': {
    args: async () => {
      await world.perform('government-reports', delivered('government-reports'));
      return ['--json'];
    },
    exit: 0,
  },
  checkpoint: { args: none, exit: 0 },
  verify: { args: given('--json'), exit: 0 },
  'readings cut': { args: none, exit: 0 },
  'outbox dead': { args: given('national-portal'), exit: 0 },
  'outbox replay': {
    args: async () => {
      const row = await world.api.db.database.one<{ id: string }>(
        `UPDATE kernel.outbox SET state = 'dead' WHERE id = (SELECT max(id) FROM kernel.outbox WHERE destination = 'national-portal')
         RETURNING id::text AS id`,
      );
      return [row?.id ?? ''];
    },
    exit: 0,
  },
  // Last: it destroys the key of somebody whose data all others had before them, and opens nothing to do so.
  'subject erase': { args: given(demoPartyId('quan')), exit: 0 },
};

function aFact() {
  return {
    sourceSystem: 'a-ministry',
    externalCode: 'BO-1',
    procedureCode: '3.000722',
    ownerPersonalId: demoPeople.find(({ key }) => key === 'lam')?.personalId ?? null,
    event: {
      eventId: '1',
      leg: null,
      status: 'submitted',
      occurredAt: '2026-11-20T01:00:00.000Z',
      dueAt: null,
    },
  };
}

describe('every command of the command line', () => {
  const before = { ...process.env };
  beforeAll(() => {
    Object.assign(process.env, world.api.environment);
  });
  beforeEach(() => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => {
    process.env = before;
  });

  it('has a case here, or a reason to have none', () => {
    expect(Object.keys(commands).sort()).toEqual(Object.keys(commandCases).sort());
  });

  const run = Object.entries(commandCases).flatMap(([name, each]) =>
    'exit' in each ? [{ name, ...each }] : [],
  );
  it.each(run)('opens nothing and records nothing: $name', async ({ name, args, exit }) => {
    const words = await args();
    await watch.begin();
    expect(await commands[name]?.run(words)).toBe(exit);
    expect([watch.decryptions, watch.filesOpened, await watch.readings()]).toEqual([0, 0, []]);
  });
});
