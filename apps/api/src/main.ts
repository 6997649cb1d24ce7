import 'reflect-metadata';
import { ConfigError } from '@mocua/server/kernel';
import { guardOutbound, openProcess } from '@mocua/server/runtime';
import { createApi } from './create-api';

try {
  const parts = await openProcess('api');
  guardOutbound(parts.config);
  const app = await createApi(parts);
  await app.listen(parts.config.port, parts.config.host);
  parts.logger.info({ port: parts.config.port }, 'api is listening');
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
