import { resolve } from 'node:path';
import { startSandbox } from './sandbox';

const { env } = process;
const port = Number(env['PORT'] ?? 3000);
const sandbox = await startSandbox({
  port: Number(env['SANDBOX_PORT'] ?? 4000),
  ...(env['SANDBOX_TLS_PORT'] ? { tlsPort: Number(env['SANDBOX_TLS_PORT']) } : {}),
  ...(env['LGSP_CLIENT_SECRET'] ? { lgspClientSecret: env['LGSP_CLIENT_SECRET'] } : {}),
  dataDir: resolve(env['DATA_DIR'] ?? '.data'),
  clientSecret: env['OIDC_CLIENT_SECRET'] ?? 'development-secret-not-for-use',
  ...(env['NATIONAL_PORTAL_SECRET'] ? { nationalPortalSecret: env['NATIONAL_PORTAL_SECRET'] } : {}),
  ...(env['PAYMENT_SECRET'] ? { paymentSecret: env['PAYMENT_SECRET'] } : {}),
  ...(env['SIGNING_SECRET'] ? { signingSecret: env['SIGNING_SECRET'] } : {}),
  ...(env['SECTOR_SECRET'] ? { sectorSecret: env['SECTOR_SECRET'] } : {}),
  ...(env['DOCUMENT_MANAGEMENT_SECRET']
    ? { documentManagementSecret: env['DOCUMENT_MANAGEMENT_SECRET'] }
    : {}),
  ...(env['MESSAGES_SECRET'] ? { messagesSecret: env['MESSAGES_SECRET'] } : {}),
  ...(env['POST_TOKEN'] && env['POST_SECRET']
    ? { post: { token: env['POST_TOKEN'], secret: env['POST_SECRET'] } }
    : {}),
  ...(env['ZALO_TOKEN'] && env['ZALO_SECRET']
    ? {
        zalo: {
          appId: env['ZALO_APP_ID'] ?? 'mocua',
          token: env['ZALO_TOKEN'],
          secret: env['ZALO_SECRET'],
        },
      }
    : {}),
  portalOrigins: [
    ...(env['PUBLIC_ORIGIN'] ? [env['PUBLIC_ORIGIN'].replace(/\/$/u, '')] : []),
    `http://localhost:${port}`,
    `http://127.0.0.1:${port}`,
  ],
});
process.stdout.write(`${JSON.stringify({ process: 'sandbox', message: 'ready', origin: sandbox.origin })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.close().then(() => process.exit(0));
  });
}
