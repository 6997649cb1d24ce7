import type { PageAssets, PageFrame } from '@mocua/contract';
import { acceptableTheme } from '@mocua/web/kernel';

/** Style rules of the province's theme; empty when it has none. Names and colours are checked, so nothing can break out. */
export function themeRules(theme: PageFrame['province']['theme']): string {
  const rules = Object.entries(acceptableTheme(theme)).map(([name, value]) => `--${name}:${value}`);
  return rules.length === 0 ? '' : `:root:not([data-contrast=high]){${rules.join(';')}}`;
}

/**
 * The empty document that a page is rendered into. It holds no inline script and no address from outside; the style of the
 * theme is allowed by its hash, so that the same page can be kept and sent again.
 */
export function pageDocument(frame: PageFrame, assets: PageAssets): string {
  const theme = themeRules(frame.province.theme);
  return `<!doctype html>
<html lang="${frame.language}" data-contrast="${frame.contrast}" data-text="${frame.text}"><head>
<meta charset="utf-8">
<title></title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0e4a6b">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${assets.fonts.map((font) => `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`).join('\n')}
<link rel="stylesheet" href="${assets.stylesheet}">
${theme === '' ? '' : `<style>${theme}</style>`}
<script type="module" src="${assets.script}"></script>
</head><body><mocua-public></mocua-public></body></html>`;
}
