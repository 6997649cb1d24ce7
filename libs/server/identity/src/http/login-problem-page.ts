import { fillText, problems, statusOf } from '@mocua/contract';
import type { Language, MocuaReply, Problem } from '@mocua/server/kernel';

const words = {
  vi: { heading: 'Chưa đăng nhập được', again: 'Đăng nhập lại', home: 'Về trang chủ' },
  en: { heading: 'Not signed in', again: 'Sign in again', home: 'Back to the home page' },
} as const;

const style = `body{font:1.25rem/1.6 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.75rem;line-height:1.3}a{display:inline-block;margin:.5rem 1rem .5rem 0;padding:.75rem 1.25rem;border:2px solid #0b4f6c;border-radius:.5rem;color:#0b4f6c;font-weight:600}
a:first-of-type{background:#0b4f6c;color:#fff}a:focus-visible{outline:3px solid #c25700;outline-offset:2px}`;

/** Where the page leads: paths of this origin, or the provider's sign-out page. */
export interface LoginProblemLinks {
  readonly again: string;
  readonly home: string;
}

/** A browser that is on its way to or from the identity provider gets a page, not JSON; it works without script. */
export function sendLoginProblemPage(
  reply: MocuaReply,
  known: Problem,
  language: Language,
  links: LoginProblemLinks,
): void {
  const definition = problems[known.code];
  const text = definition[language];
  const { heading, again, home } = words[language];
  const page = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${heading}</title><link rel="stylesheet" href="data:text/css,${encodeURIComponent(style)}"></head>
<body><main><h1>${heading}</h1>
<p>${fillText(text.title, known.params)}</p><p>${fillText(text.remedy, known.params)}</p>
<p><a href="${attribute(links.again)}">${again}</a><a href="${attribute(links.home)}">${home}</a></p></main></body></html>`;
  void reply
    .status(statusOf[definition.category])
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header(
      'content-security-policy',
      "default-src 'none'; style-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    )
    .send(page);
}

function attribute(value: string): string {
  return value.replace(/[&"<>']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
