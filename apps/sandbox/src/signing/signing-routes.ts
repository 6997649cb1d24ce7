import { join } from 'node:path';
import type { Faults } from '../faults/faults';
import { type Handler, readBody, readJsonObject, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import { DemoAuthority } from './demo-authority';
import { SigningBook } from './signing-book';
import { type SigningAccount, SigningCalls } from './signing-calls';
import { signingPage } from './signing-pages';

export interface SigningSettings extends SigningAccount {
  readonly folder: string;
}

export interface OpenedSigning {
  readonly handler: Handler;
  close(): Promise<void>;
}

type Message = Readonly<Record<string, unknown>>;

const answerMs = 5 * 60_000;
const unknown: Message = { status_code: 404, message: 'not found', data: null };

/**
 * A remote signing service: `POST /signing/v1/…` takes its messages, `/signing` stands for the phones of the signers
 * (`POST /signing/answer` with `transaction` and `answer` = confirm, refuse or expire).
 */
export async function openSigningArea(settings: SigningSettings, faults: Faults): Promise<OpenedSigning> {
  const folder = join(settings.folder, 'signing');
  const authority = await DemoAuthority.open(folder, new Date());
  const book = await SigningBook.open(join(folder, 'signing.jsonl'));
  const calls = new SigningCalls(settings, faults);
  const holderOf = (credentialId: string): string => authority.credential(credentialId)?.holder ?? '';
  const handler: Handler = async (request, response, url) => {
    const [, , page = ''] = url.pathname.split('/');
    if (page === 'v1' && request.method === 'POST') {
      const message = await readJsonObject(request);
      if (message['sp_id'] !== settings.partner || message['sp_password'] !== settings.secret)
        throw new RequestError(401, 'the partner is not known');
      return sendJson(response, 200, await answer(url.pathname, message, authority, book));
    }
    if (page === '' && request.method === 'GET') {
      if (wantsJson(request, url)) return sendJson(response, 200, listOf(book));
      return sendPage(response, { title: 'Ký số từ xa', body: signingPage(book, holderOf) });
    }
    if (page !== 'answer' || request.method !== 'POST')
      throw new RequestError(404, 'there is nothing at this address');
    const form = new URLSearchParams(await readBody(request));
    await decide(form.get('transaction') ?? '', form.get('answer'), authority, book);
    const status = book.statusOf(form.get('transaction') ?? '');
    if (status !== null && status !== 'WAITING') calls.tell(form.get('transaction') ?? '', status);
    response.writeHead(303, { location: '/signing' }).end();
  };
  return {
    handler,
    close: async () => {
      await calls.close();
      await book.close();
    },
  };
}

function listOf(book: SigningBook): readonly Message[] {
  return book.list().map((each) => ({ ...each, status: book.statusOf(each.transactionId) }));
}

async function decide(
  transactionId: string,
  wish: string | null,
  authority: DemoAuthority,
  book: SigningBook,
): Promise<void> {
  const transaction = book.find(transactionId);
  const credential = transaction && authority.credential(transaction.credentialId);
  if (!transaction || !credential) throw new RequestError(404, 'there is no such request');
  switch (wish) {
    case 'expire':
      return book.expire(transactionId);
    case 'refuse':
      await book.answer({ transactionId, status: 'REJECTED', signature: null });
      return;
    case 'confirm': {
      const signature = credential.sign(Buffer.from(transaction.digest, 'hex')).toString('base64');
      await book.answer({ transactionId, status: 'SUCCESS', signature });
      return;
    }
    default:
      throw new RequestError(400, 'answer is confirm, refuse or expire');
  }
}

async function answer(
  path: string,
  message: Message,
  authority: DemoAuthority,
  book: SigningBook,
): Promise<Message> {
  if (path === '/signing/v1/credentials/get_certificate') {
    const credential = authority.credential(String(message['credential_id']));
    if (!credential) return unknown;
    const [leaf, issuing, root] = credential.chain.map((each) => each.toString('base64'));
    const certificate = { cert_data: leaf, chain_data: { ca_cert: issuing, root_cert: root } };
    return { status_code: 200, message: 'Success', data: { user_certificates: [certificate] } };
  }
  if (path === '/signing/v1/signatures/sign') return ask(message, authority, book);
  const transactionId = /^\/signing\/v1\/signatures\/sign\/([^/]+)\/status$/u.exec(path)?.[1] ?? '';
  const status = book.statusOf(transactionId);
  if (status === null) return unknown;
  const signature = book.signatureOf(transactionId);
  return {
    status_code: 200,
    message: status,
    data: {
      transaction_id: transactionId,
      status,
      signatures: signature === null ? [] : [{ doc_id: transactionId, signature_value: signature }],
    },
  };
}

async function ask(message: Message, authority: DemoAuthority, book: SigningBook): Promise<Message> {
  const [file] = (message['sign_files'] ?? []) as { data_to_be_signed?: unknown }[];
  const digest = String(file?.data_to_be_signed);
  const [transactionId, credentialId] = [String(message['transaction_id']), String(message['credential_id'])];
  if (!/^[0-9a-f]{64}$/u.test(digest) || !authority.credential(credentialId)) return unknown;
  const now = Date.now();
  const taken = await book.ask({
    transactionId,
    credentialId,
    digest,
    title: String(message['transaction_desc']),
    askedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + answerMs).toISOString(),
  });
  if (!taken) return { status_code: 409, message: 'transaction exists', data: null };
  return { status_code: 200, message: 'Success', data: { transaction_id: transactionId } };
}
