import {
  type PageContent,
  type PageFormError,
  type SignedReceipt,
  trackDossier,
  verifyReceipt,
} from '@mocua/contract';
import { eligibility } from './eligibility-form';
import type { PublicEndpoints } from './public-endpoints';

/** What a form sent: its fields, and files as text. */
export type SentForm = ReadonlyMap<string, string>;

/** A page that answers a form. What was sent is in the answer alone; nothing of it is kept. */
export interface FormPage {
  readonly route: string;
  readonly answer: (ask: PublicEndpoints, form: SentForm) => Promise<PageContent>;
  /** The form again, when answering it came to nothing. */
  readonly again: (form: SentForm, problem: PageContentProblem) => PageContent;
}

export type PageContentProblem = Extract<PageContent, { kind: 'problem' }>['problem'];

const shortest = 4;

function trimmed(form: SentForm, name: string, longest: number): string {
  return (form.get(name) ?? '').normalize('NFC').trim().slice(0, longest);
}

const tracking: FormPage = {
  route: '/tra-cuu',
  answer: async (ask, form) => {
    const [code, pin] = [trimmed(form, 'ma', 60), trimmed(form, 'pin', 20)];
    const page = { kind: 'tracking', code, problem: null, status: null } as const;
    const errors: PageFormError[] = [];
    if (code.length < shortest) errors.push({ target: 'ma', message: 'code' });
    // the home page asks for the code alone; the PIN is then what is left to say
    const fromHome = form.get('buoc') === 'pin';
    if (pin.length < shortest && !fromHome) errors.push({ target: 'pin', message: 'pin' });
    if (errors.length > 0 || fromHome) return { ...page, errors };
    return { ...page, errors: [], status: await ask.call(trackDossier, { body: { code, pin } }) };
  },
  again: (form, problem) => ({
    kind: 'tracking',
    code: trimmed(form, 'ma', 60),
    errors: [],
    problem,
    status: null,
  }),
};

const receipt: FormPage = {
  route: '/kiem-tra-bien-nhan',
  answer: async (ask, form) => {
    const pasted = form.get('bien-nhan')?.trim() ?? '';
    const text = pasted === '' ? (form.get('tep')?.trim() ?? '') : pasted;
    const page = { kind: 'receipt', pasted, problem: null, verdict: null } as const;
    const wrong = (message: string) => ({ ...page, errors: [{ target: 'bien-nhan', message }] });
    if (text === '') return wrong('receiptMissing');
    const signed = readReceipt(text);
    if (signed === null) return wrong('receiptUnreadable');
    const { valid, keyId } = await ask.call(verifyReceipt, { body: signed });
    return {
      ...page,
      pasted: '',
      errors: [],
      verdict: { valid, keyId, content: valid ? contentOf(signed.canonical) : [] },
    };
  },
  again: (form, problem) => ({
    kind: 'receipt',
    pasted: form.get('bien-nhan') ?? '',
    errors: [],
    problem,
    verdict: null,
  }),
};

export const formPages: readonly FormPage[] = [tracking, receipt, eligibility];

/** Reads a pasted or uploaded receipt; null when it is none. */
function readReceipt(text: string): SignedReceipt | null {
  try {
    const value = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    const [canonical, sha256, signature, keyId] = ['canonical', 'sha256', 'signature', 'keyId'].map(
      (name) => value?.[name],
    );
    if (
      typeof canonical !== 'string' ||
      typeof sha256 !== 'string' ||
      typeof signature !== 'string' ||
      typeof keyId !== 'string'
    )
      return null;
    return { canonical, sha256, signature, keyId };
  } catch {
    return null; // what a person pastes need not be JSON; that is the answer, not a failure
  }
}

function contentOf(canonical: string): { name: string; value: string }[] {
  const content: unknown = JSON.parse(canonical);
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value, null, 1),
  }));
}
