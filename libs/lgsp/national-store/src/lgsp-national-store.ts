import { LgspFailure, type Operation, type ServiceClient, type ServiceDescription } from '@mocua/lgsp/client';
import {
  type DepositedPaper,
  type NationalPaper,
  NationalStore,
  NationalStoreDown,
  type NationalStoreQuestion,
} from '@mocua/server/data-store';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { paperOf, wireDeposit, wirePaper } from './wire-paper';

const found = z.object({ DanhSach: z.array(wirePaper).max(200) });
const taken = z.object({ KetQua: z.enum(['THEM_MOI', 'CAP_NHAT', 'KHONG_DOI']) });
const publicKey = z.object({ KhoaCongKhai: z.string().startsWith('-----BEGIN PUBLIC KEY-----') });
/** How long the key of the store is taken for current. */
const keyLifetimeMs = 3_600_000;

/** The national store behind the service bus. */
export class LgspNationalStore extends NationalStore {
  private key: { readonly pem: string; readonly until: number } | null = null;
  private readonly operations: ReturnType<typeof operationsOf>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
    private readonly closing: () => Promise<void>,
    private readonly now: () => number = Date.now,
  ) {
    super();
    this.operations = operationsOf(service);
  }

  override async deposit(paper: DepositedPaper): Promise<void> {
    // The same state of a paper is the same intention, however often it is sent.
    const idempotencyKey = `${paper.paperId}-${paper.standing}`;
    await this.asked(() => this.client.call(this.operations.deposit, paper, { idempotencyKey }));
  }

  override async find(question: NationalStoreQuestion): Promise<readonly NationalPaper[]> {
    const papers = await this.asked(() =>
      this.client.call(this.operations.find, question, { idempotencyKey: question.requestId }),
    );
    const mine = papers.filter((paper) => paper.SoDinhDanh === question.personalId);
    const key = mine.length === 0 ? null : await this.sealKey();
    return mine.map((paper) => paperOf(paper, key));
  }

  override async open(code: string, question: NationalStoreQuestion): Promise<Readable> {
    const { body } = await this.asked(() =>
      this.client.download(
        this.operations.content,
        { code, ...question },
        { correlationId: question.requestId },
      ),
    );
    return body;
  }

  close(): Promise<void> {
    return this.closing();
  }

  /** Null while the key cannot be had: then papers are shown, and none of them as sealed. */
  private async sealKey(): Promise<string | null> {
    if (this.key !== null && this.key.until > this.now()) return this.key.pem;
    try {
      const pem = await this.client.call(this.operations.key, undefined);
      this.key = { pem, until: this.now() + keyLifetimeMs };
      return pem;
    } catch (error) {
      if (error instanceof LgspFailure) return null;
      throw error;
    }
  }

  private async asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      // What is refused is wrong with the message; everything else with the store or the way to it.
      if (error instanceof LgspFailure && error.kind !== 'refused') throw new NationalStoreDown(error);
      throw error;
    }
  }
}

function operationsOf(service: ServiceDescription) {
  const operation = <Request, Response>(
    name: string,
    path: (request: Request) => string,
    body: (request: Request) => Readonly<Record<string, string | null>> | undefined,
    decode: (answer: unknown) => Response,
  ): Operation<Request, Response> => ({
    service,
    name,
    method: name === 'key' ? 'GET' : 'POST',
    idempotent: true,
    encode: (request) => {
      const sent = body(request);
      return { path: path(request), ...(sent === undefined ? {} : { body: sent }) };
    },
    decode,
  });
  return {
    deposit: operation(
      'deposit',
      () => 'CapNhatGiayTo',
      wireDeposit,
      (answer) => taken.parse(answer),
    ),
    find: operation(
      'find',
      () => 'TraCuuGiayTo',
      wireQuestion,
      (answer) => found.parse(answer).DanhSach,
    ),
    content: operation(
      'content',
      () => 'NoiDungGiayTo',
      ({ code, ...question }: NationalStoreQuestion & { code: string }) => ({
        ...wireQuestion(question),
        MaGiayTo: code,
      }),
      (answer) => answer,
    ),
    key: operation(
      'key',
      (_: undefined) => 'KhoaCongKhai',
      () => undefined,
      (answer) => publicKey.parse(answer).KhoaCongKhai,
    ),
  };
}

function wireQuestion({ personalId, requestId, basis }: NationalStoreQuestion) {
  return { MaYeuCau: requestId.slice(0, 40), SoDinhDanh: personalId, CanCu: basis };
}
