import type { ContentFields, FieldProblem } from '@mocua/contract';

/** Pages of the portal that exist whatever is published. */
const portalPaths: ReadonlySet<string> = new Set([
  '/',
  '/tim-kiem',
  '/tra-cuu',
  '/kiem-tra-bien-nhan',
  '/dang-nhap',
  '/ho-so',
  '/tin-nhan',
  '/ket-qua',
  '/lam-thay',
  '/cai-dat',
  '/tai-khoan',
  '/thong-bao',
  '/hoi-dap',
  '/huong-dan',
]);

/** Where a link leads. `refused`: it could run something, or lead somewhere else than it says. */
export type LinkTarget =
  | { readonly kind: 'outside' }
  | { readonly kind: 'portal' }
  | { readonly kind: 'procedure'; readonly code: string }
  | { readonly kind: 'content'; readonly page: 'announcement' | 'guide'; readonly slug: string }
  | { readonly kind: 'refused' };

const refused: LinkTarget = { kind: 'refused' };

/** Reads an address as a browser would, and takes only what is sure to be harmless. */
export function linkTarget(href: string): LinkTarget {
  // eslint-disable-next-line no-control-regex -- browsers drop these from addresses, so they could hide a scheme
  if (/[\u0000-\u0020\u007f\\]/u.test(href)) return refused;
  if (/^tel:\+?\d{3,15}$/u.test(href) || /^mailto:[^\s@?]+@[^\s@?]+\.[^\s@?]+$/u.test(href))
    return { kind: 'outside' };
  if (href.startsWith('/')) return href.startsWith('//') ? refused : insideTarget(href);
  return isHttps(href) ? { kind: 'outside' } : refused;
}

function insideTarget(href: string): LinkTarget {
  const path = href.replace(/[?#].*$/u, '');
  const [, first = '', second, ...rest] = path.split('/');
  if (rest.length > 0) return refused;
  if (first === 'thu-tuc' && second) return { kind: 'procedure', code: second };
  if (first === 'thong-bao' && second) return { kind: 'content', page: 'announcement', slug: second };
  if (first === 'huong-dan' && second) return { kind: 'content', page: 'guide', slug: second };
  return portalPaths.has(path) ? { kind: 'portal' } : refused;
}

function isHttps(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, username, password, hostname } = new URL(href);
  // a name before the host is a favourite of those who imitate other sites
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

export interface ContentLink {
  /** JSON pointer into the body of the request. */
  readonly path: string;
  readonly href: string;
}

export function linksOf(fields: ContentFields): readonly ContentLink[] {
  return (['vi', 'en'] as const).flatMap((language) =>
    (fields[language]?.body ?? []).flatMap((block, index) =>
      block.kind === 'link'
        ? [{ path: `/fields/${language}/body/${String(index)}/href`, href: block.href }]
        : [],
    ),
  );
}

/** What an editor has to correct before the page can be saved. */
export function fieldProblemsOf(kind: string, fields: ContentFields): readonly FieldProblem[] {
  const problems: FieldProblem[] = linksOf(fields)
    .filter(({ href }) => linkTarget(href).kind === 'refused')
    .map(({ path }) => ({
      path,
      code: 'link-refused',
      message: 'Hãy ghi một trang của cổng, ví dụ /tra-cuu, hoặc địa chỉ bắt đầu bằng https://.',
    }));
  if (fields.validTo !== null && fields.validTo < fields.validFrom)
    problems.push({
      path: '/fields/validTo',
      code: 'before-start',
      message: 'Ngày cuối phải từ ngày bắt đầu trở đi. Hãy sửa một trong hai ngày.',
    });
  if (kind === 'faq' && fields.topic === null)
    problems.push({
      path: '/fields/topic',
      code: 'required',
      message: 'Hãy chọn chủ đề, để người dân tìm thấy câu hỏi.',
    });
  return [...problems, ...unevenTables(fields)];
}

function unevenTables(fields: ContentFields): readonly FieldProblem[] {
  return (['vi', 'en'] as const).flatMap((language) =>
    (fields[language]?.body ?? []).flatMap((block, index) =>
      block.kind === 'table' && block.rows.some((row) => row.length !== block.head.length)
        ? [
            {
              path: `/fields/${language}/body/${String(index)}/rows`,
              code: 'uneven-table',
              message: `Mỗi dòng của bảng cần đủ ${String(block.head.length)} ô. Hãy thêm dấu | giữa các ô.`,
            },
          ]
        : [],
    ),
  );
}
