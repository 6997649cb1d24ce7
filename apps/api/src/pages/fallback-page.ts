const words = {
  vi: {
    title: 'Trang này chưa hiện được',
    text: 'Hệ thống đang bận hoặc vừa gặp sự cố. Hãy tải lại trang sau ít phút. Nếu vẫn chưa được, hãy gọi đường dây nóng hoặc đến Bộ phận Một cửa gần nhất.',
    hotline: 'Đường dây nóng:',
    reference: 'Mã để báo đường dây nóng:',
    home: 'Về trang chủ',
  },
  en: {
    title: 'This page cannot be shown now',
    text: 'The system is busy or has just failed. Reload the page in a few minutes. If that does not help, call the hotline or go to the nearest one-stop centre.',
    hotline: 'Hotline:',
    reference: 'Reference for the hotline:',
    home: 'Back to the home page',
  },
} as const;

/** The page for when pages cannot be rendered: made of nothing that can fail. */
export function fallbackPage(page: {
  readonly language: 'vi' | 'en';
  readonly hotline: string;
  readonly stylesheet: string;
  readonly reference: string;
}): string {
  const { title, text, hotline, reference, home } = words[page.language];
  return `<!doctype html>
<html lang="${page.language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
${page.stylesheet === '' ? '' : `<link rel="stylesheet" href="${page.stylesheet}">`}</head>
<body><main class="mc-page mc-main"><div class="mc-reading"><h1>${title}</h1><p>${text}</p>
${page.hotline === '' ? '' : `<p>${hotline} <strong>${escape(page.hotline)}</strong></p>`}
<p>${reference} <span class="mc-code">${escape(page.reference)}</span></p>
<p><a href="/">${home}</a></p></div></main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
