import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, type FastifyInstance, type InjectOptions } from 'fastify';
import {
  type EligibilityPage,
  getProcedure,
  type PageModel,
  type ProcedureView,
  trackDossier,
} from '@mocua/contract';
import { Logger, workspaceRoot } from '@mocua/server/kernel';
import { PublishPackage, readPackageFolder } from '@mocua/server/procedure';
import type { Renderer } from '../src/pages/page-renderer';
import { PageSite } from '../src/pages/page-site';
import { PublicEndpoints } from '../src/pages/public-endpoints';
import { servePages } from '../src/pages/serve-pages';
import { addSecurityHeaders } from '../src/security-headers';
import { ApiHarness } from './api-harness';

/** Shows what a page is made of, in place of the page; tells how often it was asked. */
class ModelRenderer implements Renderer {
  asked = 0;
  broken = false;

  render(model: PageModel) {
    this.asked += 1;
    if (this.broken) return Promise.reject(new Error('TypeError: secret of the template at line 12'));
    return Promise.resolve({ html: JSON.stringify(model), styleHash: '' });
  }

  close = () => Promise.resolve();
}

let harness: ApiHarness;
let renderer: ModelRenderer;
let server: FastifyInstance;

async function pagesOf(app: NestFastifyApplication): Promise<[FastifyInstance, ModelRenderer]> {
  const pages = fastify();
  const { config } = harness.parts;
  const rendering = new ModelRenderer();
  const assets = { stylesheet: '/s.css', script: '/s.js', fonts: [] };
  const logger = app.get(Logger, { strict: false });
  const ask = new PublicEndpoints(app);
  addSecurityHeaders(pages, false);
  servePages(pages, new PageSite({ renderer: rendering, assets, ask, config, logger }), false);
  await pages.ready();
  return [pages, rendering];
}

async function open(request: InjectOptions, at = server) {
  const { statusCode, headers, body } = await at.inject(request);
  const model = body.startsWith('{') ? (JSON.parse(body) as PageModel) : null;
  return { status: statusCode, headers, body, frame: model?.frame, content: model?.content };
}

const form = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  open({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });

beforeAll(async () => {
  harness = await ApiHarness.start();
  const allowance = join(workspaceRoot(), 'procedures/1.001776/v1');
  expect(await harness.get(PublishPackage).fromFolder(allowance)).toMatchObject({ ok: true });
  [server, renderer] = await pagesOf(harness.app);
});
afterAll(async () => {
  await server.close();
  await harness.close();
});

describe('a public page', () => {
  it('shows exactly what the interface tells anybody', async () => {
    const { status, content } = await open({ url: '/thu-tuc/2.000908' });
    expect(status).toBe(200);
    const { body } = await harness.call(getProcedure, { params: { code: '2.000908' } });
    expect(content).toEqual({ kind: 'procedure', procedure: body });
  });

  it('is rendered once for the same data and display, and is the same when asked with its tag', async () => {
    const first = await open({ url: '/tra-cuu' });
    const before = renderer.asked;
    const again = await open({ url: '/tra-cuu' });
    expect([again.body, renderer.asked]).toEqual([first.body, before]);
    const etag = String(first.headers['etag']);
    const asked = await open({ url: '/tra-cuu', headers: { 'if-none-match': etag } });
    expect([asked.status, asked.body]).toEqual([304, '']);
    // the browser goes on under the policy that came with the page
    expect(asked.headers['content-security-policy']).toBeUndefined();
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(first.headers['vary']).toContain('cookie');
  });

  it('takes language and display from the cookie, else the language from the browser', async () => {
    const chosen = { cookie: 'mocua_display=size=150&contrast=high&lang=en' };
    const { frame } = await open({ url: '/', headers: chosen });
    expect(frame).toMatchObject({ language: 'en', text: 'larger', contrast: 'high', signedIn: false });
    const english = await open({ url: '/', headers: { 'accept-language': 'en-GB' } });
    expect(english.frame).toMatchObject({ language: 'en', text: 'normal' });
  });

  it('knows that somebody may be signed in, and nothing about who it is', async () => {
    const session = await harness.citizen('lam');
    const { frame, body } = await open({ url: '/', headers: { cookie: `mocua_citizen=${session.token}` } });
    expect(frame?.signedIn).toBe(true);
    expect(body).not.toContain(session.token);
    const other = await open({ url: '/', headers: { cookie: 'mocua_citizen=another' } });
    expect(other.body).toBe(body);
  });

  it.each([
    ['/thu-tuc/9.999999', 404],
    ['/thu-tuc/khong%20phai%20ma', 404],
    ['/tim-kiem?su-kien=khong-co', 400],
  ])('says in words why %s cannot be shown', async (url, status) => {
    const answer = await open({ url });
    expect(answer.status).toBe(status);
    expect(answer.content).toMatchObject({ kind: 'problem', status });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is replaced by plain words, never by a stack, when rendering fails', async () => {
    renderer.broken = true;
    try {
      const { status, body, headers } = await open({ url: '/kiem-tra-bien-nhan' });
      expect(status).toBe(500);
      expect(body).toContain('Trang này chưa hiện được');
      expect(body).not.toMatch(/TypeError|secret|at line/u);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    } finally {
      renderer.broken = false;
    }
  });
});

describe('a publication', () => {
  it('is on the very next page, in every process', async () => {
    const other = await harness.another();
    const [otherServer] = await pagesOf(other);
    const fee = async (at: FastifyInstance): Promise<string> => {
      const { content } = await open({ url: '/thu-tuc/2.000908' }, at);
      return (content as { procedure: ProcedureView }).procedure.fee.vi;
    };
    expect([await fee(server), await fee(otherServer)]).not.toContain('12.345 đồng');
    const read = await readPackageFolder(join(workspaceRoot(), 'procedures/2.000908/v1'));
    if (!read.ok) throw new Error('the package of the repository cannot be read');
    const entry = read.source['entry'] as Record<string, unknown>;
    const published = await harness.get(PublishPackage).execute({
      ...read.source,
      entry: { ...entry, version: 2, fee: { vi: '12.345 đồng', en: '12,345 VND' } },
    });
    expect(published).toMatchObject({ ok: true, outcome: 'published' });
    expect([await fee(server), await fee(otherServer)]).toEqual(['12.345 đồng', '12.345 đồng']);
    await otherServer.close();
  });
});

describe('a form sent without script', () => {
  it('asks again for what is missing, and never says the PIN back', async () => {
    const { status, content } = await form('/tra-cuu', { ma: 'H99-1', pin: '' });
    expect(status).toBe(422);
    expect(content).toMatchObject({ code: 'H99-1', errors: [{ target: 'pin', message: 'pin' }] });
    const wrong = await form('/tra-cuu', { ma: 'H99-123456', pin: 'SECRET77' });
    expect(wrong.status).toBe(404);
    expect(wrong.body).not.toContain('SECRET77');
    const told = await harness.call(trackDossier, { body: { code: 'H99-123456', pin: 'SECRET77' } });
    expect(wrong.content).toMatchObject({
      problem: { title: told.problem.title, remedy: told.problem.detail },
    });
  });

  it('takes the code from the home page without calling the missing PIN an error', async () => {
    const { status, content } = await form('/tra-cuu', { ma: 'H99-123456', buoc: 'pin' });
    expect([status, content]).toEqual([
      200,
      { kind: 'tracking', code: 'H99-123456', errors: [], problem: null, status: null },
    ]);
  });

  it('reads a receipt that was pasted or sent as a file', async () => {
    const boundary = '----giua';
    const part = (name: string, value: string, file = '') =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
    const receipt = JSON.stringify({ canonical: '{}', sha256: 'x', signature: 'y', keyId: 'z' });
    const { status, content } = await open({
      method: 'POST',
      url: '/kiem-tra-bien-nhan',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${part('bien-nhan', '')}${part('tep', receipt, '; filename="r.json"')}--${boundary}--\r\n`,
    });
    expect(status).toBe(200);
    expect(content).toMatchObject({ kind: 'receipt', verdict: { valid: false, keyId: 'z' } });
    const text = await form('/kiem-tra-bien-nhan', { 'bien-nhan': 'không phải' });
    expect([text.status, text.content]).toMatchObject([422, { pasted: 'không phải' }]);
  });

  it('asks a few questions at a time and leaves out what was passed over', async () => {
    const first = await open({ url: '/ban-lam-duoc-gi' });
    expect(first.content).toMatchObject({ kind: 'eligibility', procedures: null });
    const { ask } = first.content as EligibilityPage;
    expect(ask.length).toBeGreaterThan(0);
    const next = await form('/ban-lam-duoc-gi', { hoi: ask.join(' '), 'bo-qua': '' });
    const after = next.content as EligibilityPage;
    expect(after.skipped).toEqual(ask);
    expect(after.ask.filter((name) => ask.includes(name))).toEqual([]);
    expect(after.procedures?.length).toBeGreaterThan(0);
    const wrong = await form('/ban-lam-duoc-gi', { age: 'bảy mươi', hoi: 'age' });
    expect([wrong.status, wrong.content]).toMatchObject([422, { errors: [{ target: 'age' }] }]);
  });

  it('keeps a choice of display and leads back to a path of this site only', async () => {
    const { status, headers } = await form('/hien-thi', { size: 'double', 'tro-ve': '/tra-cuu' });
    expect([status, headers['location']]).toEqual([303, '/tra-cuu']);
    expect(headers['set-cookie']).toContain('size=200&contrast=normal&lang=vi');
    const away = await form('/hien-thi', { lang: 'en', 'tro-ve': '//evil.example' });
    expect(away.headers['location']).toBe('/');
  });

  it('is refused from another site, too large, or of another kind', async () => {
    const foreign = await form('/tra-cuu', { ma: 'x' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const large = await form('/kiem-tra-bien-nhan', { 'bien-nhan': 'x'.repeat(200_000) });
    expect(large.status).toBe(413);
    const json = await open({ method: 'POST', url: '/tra-cuu', payload: { ma: 'x' } });
    expect(json.status).toBe(415);
  });
});
