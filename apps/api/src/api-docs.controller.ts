import { Controller, Get, Res, SetMetadata } from '@nestjs/common';
import { type Endpoint, problems, statusOf } from '@mocua/contract';
import { endpoints } from '@mocua/contract/schemas';
import { apiPrefix, type MocuaReply, openRouteMetadata } from '@mocua/server/kernel';

/** The contract for people who integrate: every endpoint with its access rule and problems, without any script. */
@Controller()
export class ApiDocsController {
  @Get('api/docs')
  @SetMetadata(openRouteMetadata, 'api-docs')
  async docs(@Res() reply: MocuaReply): Promise<void> {
    const rows = Object.values(endpoints as Record<string, Endpoint>)
      .map(section)
      .join('');
    const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mở Cửa API</title></head><body><main><h1>Mở Cửa API</h1>
<p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Problems are answered as RFC 9457 documents.</p>${rows}</main></body></html>`;
    await reply.header('content-type', 'text/html; charset=utf-8').send(page);
  }
}

function section(endpoint: Endpoint): string {
  const access =
    endpoint.access.kind === 'officer' ? `officer (${endpoint.access.permission})` : endpoint.access.kind;
  const codes = endpoint.problems.map(
    (code) =>
      `<li><code>${escape(code)}</code> (${statusOf[problems[code].category]}): ${escape(problems[code].en.title)}</li>`,
  );
  return `<section><h2 id="${escape(endpoint.name)}"><code>${endpoint.method} ${escape(apiPrefix + endpoint.path)}</code></h2>
<p>${escape(endpoint.summary)}. Access: ${escape(access)}.${endpoint.idempotent ? ' Needs an <code>Idempotency-Key</code>.' : ''}</p>
${codes.length > 0 ? `<ul>${codes.join('')}</ul>` : ''}</section>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
