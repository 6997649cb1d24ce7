import type { ContentKind } from '@mocua/contract';

/** Where all pages of a kind stand. */
export function contentAddress(kind: ContentKind): string {
  return { announcement: '/thong-bao', faq: '/hoi-dap', guide: '/huong-dan' }[kind];
}
