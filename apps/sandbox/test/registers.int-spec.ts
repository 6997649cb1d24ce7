import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AllowedAddresses,
  type FailureKind,
  LgspFailure,
  type LoggedExchange,
  MessageLog,
  type ServiceLimits,
} from '@mocua/lgsp/client';
import { openRegisters, type Registers } from '@mocua/lgsp/registers';
import { type FaultMode, faultModeNames } from '../src/faults/fault-modes';
import { type Sandbox, startSandbox } from '../src/sandbox';

const secret = 'secret-of-the-bus-in-this-test';
let dataDir: string;
let sandbox: Sandbox;
const start = (): Promise<Sandbox> =>
  startSandbox({
    port: 0,
    tlsPort: 0,
    dataDir,
    clientSecret: 'secret-of-this-test',
    lgspClientSecret: secret,
    portalOrigins: [],
  });
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mocua-registers-'));
  sandbox = await start();
});
afterAll(async () => {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

let open: Registers[] = [];
afterEach(async () => {
  await fail([]);
  await Promise.all(open.map((registers) => registers.close()));
  open = [];
});

class KeptLog extends MessageLog {
  readonly exchanges: LoggedExchange[] = [];
  override append(exchange: LoggedExchange): void {
    this.exchanges.push(exchange);
  }
  override flush(): Promise<void> {
    return Promise.resolve();
  }
}

interface Wish {
  readonly limits?: Partial<ServiceLimits>;
  readonly log?: MessageLog;
  readonly clientSecret?: string;
  readonly throughTls?: boolean;
}

function registers({ limits, log, clientSecret = secret, throughTls = false }: Wish = {}): Registers {
  const origin = throughTls ? (sandbox.tls?.origin ?? '') : sandbox.origin;
  const { port } = new URL(origin);
  const opened = openRegisters({
    baseUrl: `${origin}/lgsp`,
    clientId: 'mocua',
    clientSecret,
    allowed: new AllowedAddresses([
      {
        host: 'localhost',
        port: Number(port),
        protocol: throughTls ? 'https:' : 'http:',
        privateNetworks: ['127.0.0.0/8', '::1/128'],
      },
    ]),
    limits: {
      connectMs: 5_000,
      readMs: 1_000,
      totalMs: 15_000,
      firstWaitMs: 5,
      longestWaitMs: 20,
      answerBytes: 500_000,
      ...limits,
    },
    ...(log === undefined ? {} : { log }),
    ...(throughTls ? { transport: { ca: sandbox.tls?.ca ?? '' } } : {}),
  });
  open.push(opened);
  return opened;
}

let asked = 0;
const context = (requestId = `yc-${String((asked += 1))}`) => ({
  requestId,
  procedureCode: '2.000908',
  agencyCode: '000.00.32.H99',
  requester: 'he-thong',
});
const sen = { personalId: '099155000101', fullName: 'Nguyễn Thị Sen', birthDate: '1955-03-08' };

async function fail(steps: readonly object[]): Promise<void> {
  const body = JSON.stringify({ area: 'lgsp', steps });
  expect((await fetch(`${sandbox.origin}/faults`, { method: 'POST', body })).status).toBe(200);
}
async function lookUps(): Promise<{ requestId: string; found: boolean }[]> {
  const answer = (await (await fetch(`${sandbox.origin}/lgsp`)).json()) as {
    lookUps: { requestId: string; found: boolean }[];
  };
  return answer.lookUps;
}
async function kindOf(work: Promise<unknown>): Promise<FailureKind | 'answered'> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error === null) return 'answered';
  expect(error).toBeInstanceOf(LgspFailure);
  return (error as LgspFailure).kind;
}

describe('the population register', () => {
  it('gives a person in our words, when number, name and birth belong together', async () => {
    const { population } = registers();
    expect(await population.find(sen, context())).toMatchObject({
      personalId: sen.personalId,
      fullName: 'Nguyễn Thị Sen',
      birthDate: '1955-03-08',
      birthYear: 1955,
      gender: 'female',
      ethnicGroupCode: '01',
      nationalityCode: 'VN',
      maritalState: 'married',
      permanentResidence: { provinceCode: '99', text: 'Thôn Trung, xã Đồng Sen, tỉnh Sông Ngân' },
      diedOn: null,
    });
    for (const wrong of [
      { fullName: 'Nguyễn Thị Sến' },
      { birthDate: '1955-03-09' },
      { personalId: '099155000999' },
    ])
      expect(await population.find({ ...sen, ...wrong }, context())).toBeNull();
    expect(await population.find({ ...sen, birthDate: '1955' }, context())).not.toBeNull();
  });

  it('leaves out the codes of a commune that is no more', async () => {
    const found = await registers().population.find(
      { personalId: '099096000103', fullName: 'Trần Văn Lâm', birthDate: '1996-05-14' },
      context(),
    );
    expect(found?.permanentResidence).toEqual({
      provinceCode: null,
      communeCode: null,
      text: 'Thôn Đông, xã Bàu Súng, tỉnh Hạ Ngân',
    });
    expect(found).toMatchObject({ fatherName: 'Trần Văn Bền', motherName: 'Nguyễn Thị Lụa' });
  });

  it('remembers a change and every question over a restart', async () => {
    const form = new URLSearchParams({ personalId: '099190000106', detail: '64 đường Bờ Sông' });
    await fetch(`${sandbox.origin}/lgsp/people`, { method: 'POST', body: form });
    const once = context('yc-before-restart');
    const van = { personalId: '099190000106', fullName: 'Đỗ Thanh Vân', birthDate: '1990-07-07' };
    await registers().population.find(van, once);
    await sandbox.close();
    sandbox = await start();
    expect((await lookUps())[0]).toMatchObject({ requestId: 'yc-before-restart', found: true });
    const found = await registers().population.find(van, context());
    expect(found?.permanentResidence?.text).toContain('64 đường Bờ Sông');
  });

  it('refuses a number that stands for another question', async () => {
    const { population } = registers();
    await population.find(sen, context('yc-used'));
    expect(await kindOf(population.find({ ...sen, birthDate: '1955' }, context('yc-used')))).toBe('refused');
  });
});

describe('the other registers', () => {
  it('give enterprises and household businesses by either number', async () => {
    const { enterprise } = registers();
    expect(await enterprise.find('0990000012', context())).toMatchObject({
      name: 'Công ty TNHH Thương mại Quân Phát',
      kind: 'multi-member-company',
      state: 'active',
      registeredOn: '2018-04-12',
      charterCapital: 5_000_000_000,
      representatives: [{ name: 'Phạm Minh Quân', title: 'Giám đốc' }],
    });
    expect(await enterprise.find('0990000011', context())).toMatchObject({ kind: 'household-business' });
    expect(await enterprise.find('0990000099', context())).toBeNull();
  });

  it('give the parcels of a certificate with what rests on them', async () => {
    const { land } = registers();
    const parcels = await land.parcelsOf('ZZ 000105', context());
    expect(parcels.map(({ parcel, use, encumbrance }) => [parcel, use, encumbrance])).toEqual([
      [88, 'urban-residence', 'mortgaged'],
      [89, 'trade', 'mortgaged'],
    ]);
    expect(await land.parcelsOf('ZZ 999999', context())).toEqual([]);
  });

  it('give the entries of civil-status books by event', async () => {
    const { civilStatus } = registers();
    expect(await civilStatus.entriesOf(sen.personalId, 'birth', context())).toMatchObject([
      { event: 'birth', registeredOn: '1955-03-08', registeredAt: 'UBND xã Đồng Sen' },
    ]);
    expect(await civilStatus.entriesOf(sen.personalId, 'death', context())).toEqual([]);
  });

  it('give catalogues with their history, and what took the place of what', async () => {
    const { catalogues } = registers();
    const units = await catalogues.get('units');
    const old = units.on('2025-06-30').find(({ name }) => name === 'xã Bàu Súng');
    expect(old).toMatchObject({ validTo: '2025-06-30' });
    expect(units.successors(old?.code ?? '', '2026-01-01').map(({ name }) => name)).toEqual(['xã Đồng Sen']);
    const nations = await catalogues.get('nationalities');
    expect(
      nations
        .successors('YU', '2026-01-01')
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['ME', 'RS']);
    expect(nations.find('YU', '2026-01-01')).toBeNull();
    expect((await catalogues.get('ethnic-groups')).find('08', '2026-01-01')?.name).toBe('Mông');
  });
});

/** What a caller without a second attempt learns, by the mode of the fault. */
const learnt: Readonly<Record<FaultMode, FailureKind | 'answered'>> = {
  down: 'failed',
  error: 'failed',
  'bad-gateway': 'failed',
  'gateway-timeout': 'failed',
  throttled: 'over-quota',
  unauthorised: 'answered', // with a fresh token
  html: 'unreadable',
  redirect: 'refused',
  hang: 'timeout',
  cut: 'broken',
  reset: 'broken',
  'expired-certificate': 'broken', // over plain HTTP; behind TLS see below
  'reply-lost': 'broken',
  'reply-hang': 'timeout',
  'reply-failed': 'failed',
  truncated: 'broken',
  'cut-json': 'unreadable',
  empty: 'unreadable',
  'wrong-charset': 'unreadable',
  'broken-text': 'unreadable',
  poison: 'unreadable',
  flood: 'too-large',
  slow: 'answered',
  drip: 'answered',
  duplicate: 'answered',
  'late-duplicate': 'answered',
  reorder: 'answered',
};

describe('a register that is ill', () => {
  it.each(faultModeNames)(
    'of the mode %s is told apart, and asked once more by itself where that helps',
    async (mode) => {
      const once = { limits: { attempts: 1 } };
      const { population } = registers(once);
      await population.find(sen, context()); // the token is there, the fault meets the question itself
      const step = { mode, times: 1, delayMs: 40, only: { path: 'TraCuuThongTinCongDan' } };
      await fail([step]);
      const first = context();
      expect(await kindOf(population.find(sen, first))).toBe(learnt[mode]);

      // Those that ask again later (429) or never (redirect, endless answers) are not asked again within the call.
      const isMet = !['throttled', 'redirect', 'flood'].includes(mode);
      const patient = registers();
      await patient.population.find(sen, context());
      await fail([step]);
      const second = context();
      expect(await kindOf(patient.population.find(sen, second))).toBe(isMet ? 'answered' : learnt[mode]);
      // However often it arrived over there, one question is one question.
      const counted = (await lookUps()).filter(({ requestId }) => requestId === second.requestId);
      expect(counted.length).toBeLessThanOrEqual(1);
      if (isMet) expect(counted).toHaveLength(1);
    },
  );

  it('shows an expired certificate and is not spoken to, until it shows a good one', async () => {
    const { population } = registers({ throughTls: true, limits: { attempts: 1 } });
    expect(await kindOf(population.find(sen, context()))).toBe('answered');
    const before = (await lookUps()).length;
    await fail([{ mode: 'expired-certificate' }]);
    const stranger = registers({ throughTls: true, limits: { attempts: 3 } });
    expect(await kindOf(stranger.population.find(sen, context()))).toBe('untrusted');
    await fail([]);
    expect((await lookUps()).length).toBe(before);
    expect(await kindOf(stranger.population.find(sen, context()))).toBe('answered');
  });

  it('holds nobody else up', async () => {
    const { population, enterprise, metrics } = registers({
      limits: { attempts: 1, concurrent: 2, readMs: 1_000 },
    });
    await enterprise.find('0990000012', context());
    await fail([{ mode: 'hang', only: { path: 'csdldc' } }]);
    const hanging = Promise.all(Array.from({ length: 4 }, () => kindOf(population.find(sen, context()))));
    expect(await kindOf(enterprise.find('0990000012', context()))).toBe('answered');
    expect(await hanging).toEqual(Array<string>(4).fill('timeout'));
    expect(metrics.text()).toContain('service="population",operation="look-up-citizen",outcome="timeout"} 4');
  });

  it('does not know a client with another secret', async () => {
    expect(await kindOf(registers({ clientSecret: 'wrong' }).population.find(sen, context()))).toBe(
      'unauthorised',
    );
  });

  it('is asked with a fresh token when the old one was withdrawn', async () => {
    const { population } = registers({ limits: { attempts: 1 } });
    await population.find(sen, context());
    await fetch(`${sandbox.origin}/lgsp/tokens/withdraw`, { method: 'POST' });
    expect(await kindOf(population.find(sen, context()))).toBe('answered');
  });
});

describe('the evidence of a look-up', () => {
  it('names the question and never the person', async () => {
    const log = new KeptLog();
    await registers({ log }).population.find(sen, context('yc-evidence'));
    expect(log.exchanges).toMatchObject([
      { service: 'population', contractVersion: '1.0', correlationId: 'yc-evidence', outcome: 'answered' },
    ]);
    expect(log.exchanges[0]?.kept).toMatchObject({
      MaYeuCau: 'yc-evidence',
      MaDVC: '2.000908',
      HoVaTen: '…',
    });
    expect(JSON.stringify(log.exchanges)).not.toMatch(/099155000101|Sen|SEN|1955/u);
  });
});
