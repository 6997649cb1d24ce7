const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//u, 'Edge'],
  [/coc_coc_browser/u, 'Cốc Cốc'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bFirefox\//u, 'Firefox'],
  [/\bZalo\b/u, 'Zalo'],
  [/\bChrom(?:e|ium)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/u, 'Android'],
  [/\b(?:iPhone|iPad)\b/u, 'iOS'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** Coarse description of browser and system for the log-in history, in Vietnamese; never the raw header. */
export function describeClient(userAgent: string | undefined): string {
  const header = userAgent ?? '';
  const browser = browsers.find(([pattern]) => pattern.test(header))?.[1] ?? 'Trình duyệt khác';
  const system = systems.find(([pattern]) => pattern.test(header))?.[1];
  return system === undefined ? browser : `${browser} trên ${system}`;
}
