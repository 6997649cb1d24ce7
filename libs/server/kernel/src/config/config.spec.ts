import { describe, expect, it } from '@jest/globals';
import { ConfigError, loadConfig } from './config';

const enough = { DATABASE_URL: 'postgres://localhost/mocua' };

function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs nothing but a database and fills the rest sensibly', () => {
    const config = loadConfig(enough);
    expect(config).toMatchObject({
      port: 3000,
      publicOrigin: 'http://localhost:3000',
      secureCookies: false,
      vneidIssuer: 'http://localhost:4000/vneid',
      ssoIssuer: 'http://localhost:4000/sso',
      onlineFiling: true,
      rateLimit: true,
    });
  });

  it('tells everything that is missing or wrong at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      SANDBOX_PORT: 'x',
      PUBLIC_ORIGIN: 'no address',
      LOG_LEVEL: 'loud',
      OIDC_CLIENT_SECRET: 'short',
      DATABASE_POOL: '0',
      ONLINE_FILING: 'maybe',
    });
    expect(problems.map((line) => line.split(/[ :]/u)[0])).toEqual([
      'DATABASE_URL',
      'PORT',
      'SANDBOX_PORT',
      'PUBLIC_ORIGIN',
      'OIDC_CLIENT_SECRET',
      'LOG_LEVEL',
      'DATABASE_POOL',
      'ONLINE_FILING',
    ]);
    expect(problems[0]).toBe('DATABASE_URL is missing');
  });

  it('never repeats a value it refuses: it may be a secret', () => {
    const problems = problemsOf({ OIDC_CLIENT_SECRET: 'hunter2', PUBLIC_ORIGIN: 'postgres-password' });
    expect(problems.join('\n')).not.toMatch(/hunter2|postgres-password/u);
  });

  it('takes an empty variable as one that is not set', () => {
    expect(loadConfig({ ...enough, PORT: '', PUBLIC_ORIGIN: '' }).port).toBe(3000);
    expect(problemsOf({ DATABASE_URL: '' })).toEqual(['DATABASE_URL is missing']);
  });

  it('follows the ports and the origin it is given', () => {
    const config = loadConfig({
      ...enough,
      PORT: '8080',
      SANDBOX_PORT: '9090',
      PUBLIC_ORIGIN: 'https://dichvucong.example/',
      OIDC_CLIENT_SECRET: 'a secret of its own',
      PAYMENT_SECRET: 'a secret of the platform',
      MESSAGES_SECRET: 'a secret of the gateway',
      ZALO_SECRET: 'a secret of the operator',
    });
    expect([config.publicOrigin, config.secureCookies, config.messagesUrl]).toEqual([
      'https://dichvucong.example',
      true,
      'http://localhost:9090/messages',
    ]);
    expect(loadConfig({ ...enough, PORT: '8080' }).publicOrigin).toBe('http://localhost:8080');
  });

  it('refuses a portal on https that still has secrets everybody knows, and names them all', () => {
    const named = (more: Readonly<Record<string, string>>) =>
      problemsOf({ ...enough, PUBLIC_ORIGIN: 'https://dichvucong.example', ...more }).map(
        (problem) => problem.split(' ')[0],
      );
    expect(named({})).toEqual(['OIDC_CLIENT_SECRET', 'MESSAGES_SECRET', 'ZALO_SECRET', 'PAYMENT_SECRET']);
    const urls = {
      LGSP_URL: 'https://lgsp.example',
      ZALO_URL: 'https://zalo.example',
      NATIONAL_PORTAL_URL: 'https://dvcqg.example',
      POST_URL: 'https://post.example',
    };
    expect(named({ ...urls, OIDC_CLIENT_SECRET: 'a secret of its own' })).toEqual([
      'LGSP_CLIENT_SECRET',
      'MESSAGES_SECRET',
      'ZALO_SECRET',
      'ZALO_TOKEN',
      'ZALO_TEMPLATES',
      'NATIONAL_PORTAL_SECRET',
      'POST_TOKEN',
      'POST_SECRET',
      'PAYMENT_SECRET',
    ]);
  });
});
