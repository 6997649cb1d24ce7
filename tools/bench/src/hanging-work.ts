import { randomUUID } from 'node:crypto';
import type { DraftView, SubmissionReceipt } from '@mocua/contract';
import { demoUnitId } from '@mocua/server/identity';
// what a log-in by e-identity leaves behind
import { RecordClaims } from '../../../libs/server/identity/src/application/record-claims';
import { prepareDrafts } from './bench-drafts';
import type { BenchWorld, HttpAnswer } from './bench-world';

/** A dossier as the person who filed it knows it. */
export interface Filed {
  readonly dossierId: string;
  readonly code: string;
  readonly pin: string;
}

/** Work that is ready to be done, each piece once. */
export interface WorkStock {
  /** A dossier that is there to be read. */
  filed(n: number): Filed;
  /** Files a prepared draft; milliseconds. */
  submit(): Promise<number>;
  /** Asks the population register for a fresh draft. */
  askRegister(): Promise<void>;
  /** Goes to pay a fee that nobody went to pay yet. */
  pay(): Promise<void>;
  /** Receives a dossier that was filed: the first thing that the national portal is told. */
  receive(): Promise<void>;
  /** Whether the payment platform answers again. */
  isPaymentWell(): Promise<boolean>;
}

const lanes = 4;

/** The register is asked about the person whom an e-identity has proven. */
const claims: Parameters<RecordClaims['execute']>[2] = {
  values: {
    fullName: 'Trần Văn Lâm',
    birthDate: '1996-05-14',
    personalId: '099096000103',
    phone: '0900000103',
  },
  account: null,
};

/** Drafts to file, drafts whose form asks a register, and dossiers that owe a fee. */
export async function prepareWork(
  world: BenchWorld,
  { submissions, needingOthers }: { readonly submissions: number; readonly needingOthers: number },
): Promise<WorkStock> {
  const { call, citizen, officer } = world;
  await world.domains.get(RecordClaims).execute(citizen.partyId, 'L2', claims);
  const submit = (draftId: string, version: number): Promise<HttpAnswer> =>
    call('POST', `/citizen/drafts/${draftId}/submission`, citizen, { version }, randomUUID());
  const drafts = await prepareDrafts(world, submissions);
  const filed = await inLanes(20, async () => {
    const receipt = bodyOf<SubmissionReceipt>(await submit(drafts.pop() ?? '', 1));
    return { dossierId: receipt.dossierId, code: receipt.transactionCode, pin: receipt.tracking.pin };
  });
  const toAsk = await inLanes(needingOthers, async () => (await openDraft(world, '1.001612')).draftId);
  const owing = await inLanes(needingOthers + 1, () => fileOwing(world, submit));
  const toReceive: string[] = [];
  const probe = owing.pop() ?? '';
  const startPayment = (dossierId: string): Promise<HttpAnswer> =>
    call('POST', `/citizen/dossiers/${dossierId}/payment`, citizen, {}, randomUUID());
  return {
    filed: (n) => filed[n % filed.length] as Filed,
    submit: async () => {
      const answer = await submit(drafts.pop() ?? '', 1);
      toReceive.push(bodyOf<SubmissionReceipt>(answer).dossierId);
      return answer.ms;
    },
    askRegister: async () => {
      bodyOf(await call('POST', `/citizen/drafts/${toAsk.pop() ?? ''}/register-data`, citizen, {}));
    },
    pay: async () => {
      const answer = await startPayment(owing.pop() ?? '');
      if (answer.status !== 503) bodyOf(answer);
    },
    receive: async () => {
      const dossierId = toReceive.shift();
      if (dossierId === undefined) return;
      const path = `/officer/dossiers/${dossierId}`;
      const { version } = bodyOf<{ version: number }>(await call('GET', path, officer));
      bodyOf(await call('POST', `${path}/reception`, officer, { version }, randomUUID()));
    },
    isPaymentWell: async () => (await startPayment(probe)).status === 200,
  };
}

async function openDraft({ call, citizen }: BenchWorld, procedureCode: string): Promise<DraftView> {
  return bodyOf<DraftView>(await call('POST', '/citizen/drafts', citizen, { procedureCode, startNew: true }));
}

/** Files for a copy that is paid before the reception; answers the dossier. */
async function fileOwing(
  world: BenchWorld,
  submit: (draftId: string, version: number) => Promise<HttpAnswer>,
): Promise<string> {
  const draft = await openDraft(world, '2.000635');
  const answers = {
    phone: '0900000103',
    address: { text: 'Thôn Đông, xã Đồng Sen' },
    ...draft.answers,
    relation: 'self',
    eventKind: 'birth',
    registerKeeper: demoUnitId('dong-sen'),
    copies: 1,
    feeGround: 'none',
    papersInVneid: 'no',
    returnMethod: 'counter',
    returnUnit: demoUnitId('provincial-centre'),
    confirmed: true,
  };
  const { call, citizen } = world;
  const path = `/citizen/drafts/${draft.draftId}/answers`;
  const saved = bodyOf<{ version: number }>(
    await call('PUT', path, citizen, { version: draft.version, answers }),
  );
  return bodyOf<SubmissionReceipt>(await submit(draft.draftId, saved.version)).dossierId;
}

async function inLanes<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      made.push(await make());
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return made;
}

function bodyOf<T>({ status, body }: HttpAnswer): T {
  if (status !== 200) throw new Error(body);
  return JSON.parse(body) as T;
}
