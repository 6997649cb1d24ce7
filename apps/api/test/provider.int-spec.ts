import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as openid from 'openid-client';
import {
  type AgencyScope,
  agencyScopes,
  changeAgencyClient,
  getMyDossier,
  getProvidedDossier,
  getProvidedStatistics,
  listAgencyClients,
  listProvidedProcedures,
  listReadings,
  revokeAgencyClient,
  rotateAgencySecret,
  submitProvidedDossier,
  verifyProvidedResult,
} from '@mocua/contract';
import { endpoints, schemasOf, type EndpointName } from '@mocua/contract/schemas';
import { ApiHarness, ok, type Session } from './api-harness';
import { makeOwned, type Owned } from './access-objects';
import { aFiling, smallPdf } from './filing.builder';
import { aClient, askToken, basic, callAs, type Credentials, tokenOf } from './provider-world';

let api: ApiHarness;
let admin: Session;
let lam: Session;
let owned: Owned;
let client: Credentials;
let token: string;

beforeAll(async () => {
  api = await ApiHarness.start();
  admin = await api.officer('viet', 'province-administrator');
  lam = await api.citizen('lam');
  owned = (await makeOwned(api, lam, await api.officer('hanh', 'dong-sen-one-stop'))).processing;
  client = await aClient(api, admin, { scopes: [...agencyScopes], procedureCodes: ['2.000908'] });
  token = await tokenOf(api, client);
}, 120_000);
afterAll(() => api.close());

const example = (name: 'submitProvidedDossier') =>
  structuredClone(endpoints[name].example?.body) as never as {
    externalCode: string;
    owner: { fullName: string; personalId: string; birthDate: string };
    files: unknown[];
  };

describe('the token endpoint', () => {
  it('gives any OAuth client a token, with what was granted and no more', async () => {
    await api.app.listen(0, '127.0.0.1');
    const url = await api.app.getUrl();
    const server = { issuer: url, token_endpoint: `${url}/api/v1/provider/token` };
    const authentication = openid.ClientSecretBasic(client.secret);
    const configuration = new openid.Configuration(server, client.clientId, undefined, authentication);
    openid.allowInsecureRequests(configuration);
    const tokens = await openid.clientCredentialsGrant(configuration, { scope: 'dossiers:read' });
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 600, scope: 'dossiers:read' });
    const refused = await callAs(api, tokens.access_token, getProvidedStatistics);
    expect([refused.status, refused.problem.code]).toEqual([403, 'agency.scope-missing']);
    expect(refused.headers['www-authenticate']).toContain('insufficient_scope');
  });

  it.each([
    ['no credentials', null, {}, 401, 'invalid_client'],
    ['a wrong secret', 'wrong', {}, 401, 'invalid_client'],
    ['an unknown system', 'unknown', {}, 401, 'invalid_client'],
    ['another grant', 'right', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['a scope that does not exist', 'right', { scope: 'dossiers:delete' }, 400, 'invalid_scope'],
    ['no grant', 'right', { grant_type: undefined }, 400, 'invalid_request'],
  ] as const)('refuses %s as RFC 6749 says', async (_what, who, change, status, error) => {
    const credentials = {
      right: basic(client),
      wrong: basic({ ...client, secret: `${client.secret.slice(0, -1)}!` }),
      unknown: basic({ clientId: 'cq_nobody00', secret: client.secret }),
    };
    const form = Object.entries({ grant_type: 'client_credentials', ...change }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const answer = await askToken(api, who === null ? null : credentials[who], Object.fromEntries(form));
    expect([answer.statusCode, answer.json<{ error: string }>().error]).toEqual([status, error]);
    expect(answer.headers['cache-control']).toBe('no-store');
    if (status === 401) expect(answer.headers['www-authenticate']).toContain('Basic');
  });

  it('keeps no secret and no token', async () => {
    const rows = await api.db.database.query<{ text: string }>(
      `SELECT c::text AS text FROM provider.clients c UNION ALL SELECT s::text FROM provider.client_secrets s
       UNION ALL SELECT t::text FROM provider.access_tokens t`,
    );
    const all = rows.map(({ text }) => text).join('\n');
    expect([all.includes(client.secret), all.includes(token)]).toEqual([false, false]);
    expect(all).toContain(createHash('sha256').update(token).digest('hex'));
  });
});

describe('a token', () => {
  const refusal = async (sent: string) => {
    const { status, problem, headers } = await callAs(api, sent, listProvidedProcedures);
    return [status, problem.code, headers['www-authenticate']];
  };
  const invalid = [401, 'agency.token-required', 'Bearer realm="mocua", error="invalid_token"'];

  it('that is forged, changed or a session cookie is worth nothing', async () => {
    for (const sent of ['', 'x', `${token}x`, token.slice(1), lam.token, `${token}, ${token}`])
      expect([sent, await refusal(sent)]).toEqual([sent, invalid]);
    const asCitizen = { as: lam, headers: { authorization: `Bearer ${token}` } };
    expect((await api.call(getMyDossier, { ...asCitizen, params: owned.dossier })).status).toBe(200);
    const bearerOnly = { headers: { authorization: `Bearer ${token}` }, params: owned.dossier };
    expect((await api.call(getMyDossier, bearerOnly)).status).toBe(401);
    expect((await api.call(listProvidedProcedures, { as: admin })).status).toBe(401);
  });

  it('ends with its time, and at once with its system, its secret or the right it stands for', async () => {
    const other = await aClient(api, admin, { scopes: ['procedures:read', 'statistics:read'] });
    const params = { clientId: other.clientId };
    const short = await tokenOf(api, other);
    expect((await callAs(api, short, listProvidedProcedures)).status).toBe(200);
    const body = { name: 'Hệ thống', agency: 'Sở', scopes: ['statistics:read' as const], procedureCodes: [] };
    ok(await api.call(changeAgencyClient, { as: admin, params, body }));
    expect((await callAs(api, short, listProvidedProcedures)).status).toBe(403);
    api.clock.advance({ seconds: 600 });
    expect((await callAs(api, short, getProvidedStatistics)).status).toBe(401);
    token = await tokenOf(api, client);

    const soft = ok(await api.call(rotateAgencySecret, { as: admin, params, body: { endFormer: false } }));
    const renewed = { clientId: other.clientId, secret: soft.clientSecret };
    const both = [await tokenOf(api, other), await tokenOf(api, renewed)];
    for (const each of both) expect((await callAs(api, each, getProvidedStatistics)).status).toBe(200);
    const hard = ok(await api.call(rotateAgencySecret, { as: admin, params, body: { endFormer: true } }));
    for (const each of both) expect((await callAs(api, each, getProvidedStatistics)).status).toBe(401);
    for (const each of [other, renewed]) expect((await askToken(api, basic(each))).statusCode).toBe(401);

    const last = await tokenOf(api, { clientId: other.clientId, secret: hard.clientSecret });
    ok(await api.call(revokeAgencyClient, { as: admin, params }));
    expect((await callAs(api, last, getProvidedStatistics)).status).toBe(401);
    const again = await api.call(rotateAgencySecret, { as: admin, params, body: { endFormer: true } });
    expect(again.problem.code).toBe('agency.client-revoked');
  });

  it('is found in a list that is read page by page, each once, the newest first', async () => {
    for (let n = 0; n < 51; n += 1) await aClient(api, admin, { scopes: ['dossiers:read'] });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = after === undefined ? {} : { after };
      const page = ok(await api.call(listAgencyClients, { as: admin, query }));
      expect(page.items.length).toBeLessThanOrEqual(50);
      seen.push(...page.items.map(({ clientId }) => clientId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    const all = await api.parts.database.query('SELECT client_id FROM provider.clients');
    expect(seen).toHaveLength(all.length);
    const query = { after: 'khong-phai-vi-tri' };
    const edited = ok(await api.call(listAgencyClients, { as: admin, query }));
    expect(edited.items[0]?.clientId).toBe(seen[0]);
  });

  it('opens exactly the endpoints of its scope', async () => {
    const guarded = Object.entries(endpoints).filter(([, each]) => each.access.kind === 'agency');
    for (const scope of agencyScopes) {
      const narrow = await tokenOf(api, await aClient(api, admin, { scopes: [scope] }));
      for (const [name, endpoint] of guarded) {
        const params = { code: 'KHONG-CO', deliveryId: '00000000-0000-7000-8000-000000000000' };
        const { status } = await callAs(api, narrow, endpoint, { params } as never);
        const wanted = (endpoint.access as { scope: AgencyScope }).scope === scope;
        expect([scope, name, status === 403]).toEqual([scope, name, !wanted]);
      }
    }
  });
});

describe('the status of a dossier', () => {
  it('is told without a person in it, and the person sees who asked', async () => {
    const code = owned.dossier.code ?? '';
    const status = ok<Record<string, unknown>>(
      await callAs(api, token, getProvidedDossier, { params: { code } }),
    );
    expect(status).toMatchObject({
      code,
      procedureCode: '2.000908',
      state: 'processing',
      externalCode: null,
    });
    expect(JSON.stringify(status)).not.toMatch(/Lâm|099\d{9}|0900000/u);
    const readings = ok(await api.call(listReadings, { as: lam, query: {} }));
    expect(JSON.stringify(readings)).toContain('Sở Lao động');
  });

  it('is nobody else’s: out of reach looks like unknown', async () => {
    const stranger = await tokenOf(api, await aClient(api, admin, { scopes: ['dossiers:read'] }));
    const ask = async (code: string) => {
      const { status, problem } = await callAs(api, stranger, getProvidedDossier, { params: { code } });
      return { ...problem, status, correlationId: '' };
    };
    expect(await ask(owned.dossier.code ?? '')).toEqual(await ask('H99.99-261116-9999'));
  });
});

describe('verification', () => {
  it('knows what was issued here by signature or hash, and nothing else', async () => {
    const { receipt } = await aFiling(api, lam).submit();
    const ask = async (body: object) =>
      ok<{ valid: boolean; kind: string | null }>(
        await callAs(api, token, verifyProvidedResult, { body: body as never }),
      );
    expect(await ask({ receipt })).toMatchObject({ valid: true, kind: 'submission-receipt' });
    const forged = { ...receipt, canonical: receipt.canonical.replace('2.000908', '2.000909') };
    expect(await ask({ receipt: forged })).toMatchObject({ valid: false, kind: null });
    const printed = owned.dossier.documents.find((each) => each.sha256 !== null);
    if (printed)
      expect(await ask({ documentSha256: printed.sha256 })).toMatchObject({
        valid: true,
        kind: printed.kind,
      });
    const file = createHash('sha256').update(smallPdf).digest('hex');
    expect(await ask({ documentSha256: file })).toMatchObject({ valid: false });
  });
});

describe('a filing through another agency', () => {
  it('becomes one dossier however often it comes, and keeps source and code', async () => {
    const body = { ...example('submitProvidedDossier'), externalCode: 'SLD-1' } as never;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => callAs(api, token, submitProvidedDossier, { body })),
    );
    const settled = [...answers, await callAs(api, token, submitProvidedDossier, { body })];
    const codes = settled
      .filter(({ status }) => status === 200)
      .map((answer) => (answer.body as { transactionCode: string }).transactionCode);
    expect(new Set(codes).size).toBe(1);
    // whoever lost the race may be told to come again, and never files twice
    for (const { status } of settled) expect([200, 409, 503]).toContain(status);
    expect(settled.at(-1)?.status).toBe(200);
    const rows = await api.db.database.query(
      `SELECT external_code, state->>'channel' AS channel FROM dossier.dossiers WHERE source_system = $1`,
      [`agency:${client.clientId}`],
    );
    expect(rows).toEqual([{ external_code: 'SLD-1', channel: 'online' }]);
    const params = { code: codes[0] ?? '' };
    expect(ok(await callAs(api, token, getProvidedDossier, { params }))).toMatchObject({
      externalCode: 'SLD-1',
    });
  });

  it('is refused with what is wrong, can be mended under the same code, and stands for one person', async () => {
    const right = { ...example('submitProvidedDossier'), externalCode: 'SLD-2' };
    const without = await callAs(api, token, submitProvidedDossier, {
      body: { ...right, files: [] } as never,
    });
    expect([without.status, without.problem.code]).toEqual([422, 'attachment.missing']);
    expect((await callAs(api, token, submitProvidedDossier, { body: right as never })).status).toBe(200);
    const owner = { ...right.owner, personalId: '099188000322', fullName: 'Phạm Văn Khế' };
    const other = await callAs(api, token, submitProvidedDossier, { body: { ...right, owner } as never });
    expect([other.status, other.problem.code]).toEqual([409, 'agency.external-code-reused']);
  });
});

describe('the examples in the description of the API', () => {
  const described = Object.entries(endpoints).filter(
    ([, endpoint]) => 'example' in endpoint && endpoint.example,
  );

  it('are there for every service of other agencies that reads or files', () => {
    const names = described.map(([name]) => name);
    const services = Object.entries(endpoints).filter(
      ([, { path }]) => path.startsWith('/provider/') && !path.endsWith('/replay'),
    );
    expect(names).toEqual(services.map(([name]) => name));
  });

  it.each(described.map(([name]) => name))('%s is answered as it says', async (name) => {
    const endpoint = endpoints[name as EndpointName];
    const { params, query, body, response } = endpoint.example ?? { response: null };
    if (name === 'issueAgencyToken') {
      const answer = await askToken(api, basic(client), body as Record<string, string>);
      expect(shapeOf(answer.json())).toEqual(shapeOf(response));
      return;
    }
    const code = { code: owned.dossier.code };
    const input = { params: name === 'getProvidedDossier' ? code : params, query, body };
    const answer = ok(await callAs(api, token, endpoint, input as never));
    expect(schemasOf[name as EndpointName].response?.safeParse(response).success).toBe(true);
    expect(shapeOf(answer)).toEqual(shapeOf(response));
  });
});

/** Names and kinds of everything in a value; of lists the first item, because how many there are is no promise. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, shapeOf(part)]),
  );
}
