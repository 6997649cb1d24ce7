import '@angular/compiler';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DestroyRef, Injector, runInInjectionContext } from '@angular/core';
import type { Answers, DraftView, FormDefinition } from '@mocua/contract';
import { ApiClient, ConnectionError, LocalDrafts, ProblemError } from '@mocua/web/kernel';
import { DraftSaver } from './draft-saver';

const text = (vi: string) => ({ vi, en: vi });
const form: FormDefinition = {
  schemaVersion: 1,
  id: 'test',
  version: 1,
  title: text('Tờ khai'),
  pages: [
    {
      id: 'page',
      title: text('Trang'),
      sections: [
        { id: 'section', fields: [{ id: 'name', type: 'text', label: text('Tên'), maxLength: 200 }] },
      ],
    },
  ],
};

/** The server's side of one draft; every answer comes when the test lets it come. */
class Server {
  version = 1;
  answers: Answers = {};
  readonly waiting: (() => void)[] = [];
  readonly saves: { version: number; answers: Answers }[] = [];
  /** Takes what comes in, and its answer gets lost. */
  deaf = false;

  view(): DraftView {
    const { version, answers } = this;
    return {
      draftId: 'one',
      version,
      answers,
      form,
      savedAt: '2026-11-22T01:00:00Z',
    } as unknown as DraftView;
  }

  async call(_: unknown, input: { body?: { version: number; answers: Answers } }): Promise<unknown> {
    const { body } = input;
    if (body === undefined) return this.view();
    this.saves.push(body);
    const stale = body.version !== this.version;
    if (!stale) {
      this.version += 1;
      this.answers = body.answers;
    }
    const { deaf, version } = this;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (deaf) throw new ConnectionError('interrupted');
    if (stale) throw new ProblemError({ code: 'draft.stale', status: 409, title: '', fields: [] } as never);
    return { version, savedAt: '2026-11-22T01:00:00Z' };
  }

  async answer(): Promise<void> {
    this.waiting.shift()?.();
    await rest();
  }
}

const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

let server: Server;
let kept: Map<string, { baseVersion: number; answers: Answers }>;
let saver: DraftSaver;

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, {
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  server = new Server();
  kept = new Map();
  const local = {
    keep: (draft: { key: string; baseVersion: number; answers: Answers }) =>
      Promise.resolve(void kept.set(draft.key, draft)),
    forget: (key: string) => Promise.resolve(void kept.delete(key)),
  };
  const injector = Injector.create({
    providers: [
      { provide: ApiClient, useValue: server },
      { provide: LocalDrafts, useValue: local },
      { provide: DestroyRef, useValue: { onDestroy: () => undefined } },
    ],
  });
  saver = runInInjectionContext(injector, () => new DraftSaver());
  saver.begin(server.view());
});
afterEach(() => {
  jest.useRealTimers();
});

describe('saving a draft', () => {
  it('sends what is typed after a quiet moment, and what is typed while a save is under way after that', async () => {
    saver.keep({ name: 'A' });
    await jest.advanceTimersByTimeAsync(1_200);
    saver.keep({ name: 'An' });
    await server.answer();
    expect(saver.clean).toBe(false);
    expect(kept.get('one')).toMatchObject({ baseVersion: 2, answers: { name: 'An' } });
    await jest.advanceTimersByTimeAsync(1_200);
    await server.answer();
    expect(server.answers).toEqual({ name: 'An' });
    expect(saver.clean).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('never has two saves under way, however many wait for the one that is', async () => {
    saver.keep({ name: 'A' });
    void saver.flush();
    saver.keep({ name: 'An' });
    const waiting = [saver.flush(), saver.flush(), saver.flush()];
    await server.answer();
    expect(server.saves).toHaveLength(2);
    await server.answer();
    await Promise.all(waiting);
    expect(server.saves.map(({ version }) => version)).toEqual([1, 2]);
    expect(saver.state()?.kind).toBe('saved');
  });

  it('takes its own answers, whose receipt got lost, for no conflict, and loses nothing typed since', async () => {
    server.deaf = true;
    saver.keep({ name: 'An' });
    void saver.flush();
    saver.keep({ name: 'An Bình' });
    await server.answer();
    expect(saver.state()?.kind).toBe('kept');
    server.deaf = false;
    await jest.advanceTimersByTimeAsync(10_000);
    await server.answer(); // refused: the draft has moved on
    expect(saver.state()?.kind).toBe('saved');
    await jest.advanceTimersByTimeAsync(1_200);
    await server.answer();
    expect(server.answers).toEqual({ name: 'An Bình' });
    expect(saver.clean).toBe(true);
  });

  it('asks nothing when another page saved the same answers meanwhile', async () => {
    saver.keep({ name: 'An' });
    server.version = 3;
    server.answers = { name: 'An' };
    void saver.flush();
    await server.answer();
    expect(saver.state()?.kind).toBe('saved');
    expect(saver.clean).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('asks nothing about answers kept on this device that had arrived when the page was left', async () => {
    const answers = { name: 'An' };
    kept.set('one', { baseVersion: 1, answers });
    Object.assign(server, { version: 2, answers: { name: ' An ' } });
    saver.begin(server.view());
    saver.resume({ key: 'one', baseVersion: 1, answers, keptAt: '2026-11-22T01:00:00Z' }, server.view());
    await rest();
    expect(saver.state()?.kind).toBe('saved');
    expect(saver.clean).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('asks about answers kept on this device that say something else than what was saved since', () => {
    Object.assign(server, { version: 2, answers: { name: 'Bình' } });
    saver.begin(server.view());
    const answers = { name: 'An' };
    saver.resume({ key: 'one', baseVersion: 1, answers, keptAt: '2026-11-22T01:00:00Z' }, server.view());
    expect(saver.state()?.kind).toBe('conflict');
  });

  it('shows what somebody else saved meanwhile', async () => {
    saver.keep({ name: 'An' });
    server.version = 2;
    server.answers = { name: 'Bình' };
    void saver.flush();
    await server.answer();
    expect(saver.state()?.kind).toBe('conflict');
    expect(saver.settle('mine')).toBeNull();
    void saver.flush();
    await server.answer();
    expect(server.answers).toEqual({ name: 'An' });
  });
});
