import type { ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';

/** One plain page; `body` is markup whose variable parts went through {@link escapeHtml}. */
export interface Page {
  readonly title: string;
  readonly body: string;
  readonly status?: number;
  /** Origins a form of the page may lead to after redirects. */
  readonly formTargets?: readonly string[];
}

const style = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.125rem/1.6 'Be Vietnam Pro',system-ui,sans-serif;color:#17232e;background:#f4f6f8}
header{background:#08344d;color:#fff;padding:.75rem 1rem}
header p{margin:0 auto;max-width:60rem}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.75rem;line-height:1.3;margin:.5rem 0 1rem}
h2{font-size:1.25rem;margin:2rem 0 .75rem}
a{color:#0b5584}
.people{list-style:none;margin:0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,18rem),1fr))}
.people form{height:100%}
button{font:inherit;min-height:2.75rem;padding:.75rem 1rem;border:2px solid #0e4a6b;border-radius:.5rem;background:#fff;color:#17232e;cursor:pointer}
.row label{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem}
select,input{font:inherit;min-height:2.75rem;max-width:100%;padding:.5rem;border:2px solid #0e4a6b;border-radius:.5rem;background:#fff;color:#17232e}
.people button{width:100%;height:100%;text-align:left;display:flex;flex-direction:column}
.row{display:flex;flex-wrap:wrap;gap:.5rem}
.people strong{display:block;color:#0e4a6b}
.people span{display:block;color:#465563;font-size:1rem}
button:hover{background:#e6f0f6}
button.main,button.main:hover{background:#0e4a6b;color:#fff}
:focus-visible{outline:3px solid #17232e;outline-offset:2px;box-shadow:0 0 0 2px #ffd24d}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;background:#fff}
th,td{border:1px solid #c9d2da;padding:.5rem .75rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
caption{text-align:left;font-weight:600;padding:.5rem 0}
pre{margin:0;white-space:pre-wrap;font:inherit}`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Sends a page that runs no script and loads nothing. */
export function sendPage(response: ServerResponse, page: Page): void {
  response
    .writeHead(page.status ?? 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(page.formTargets ?? []),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .end(renderPage(page));
}

/** Browsers apply `form-action` to the redirects after a form as well, so the portal has to be named. */
export function contentSecurityPolicy(formTargets: readonly string[]): string {
  return `default-src 'none'; style-src ${styleHash}; form-action 'self' ${formTargets.join(' ')}; frame-ancestors 'none'; base-uri 'none'`;
}

export function renderPage({ title, body }: Page): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><header><p>Môi trường thử nghiệm: mọi người và mọi số ở đây đều không có thật</p></header>
<main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
}

export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
