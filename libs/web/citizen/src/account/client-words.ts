import type { Translate } from '@mocua/web/kernel';

/** What the server writes between browser and system, and for a browser that it does not know. Kept records hold it. */
const joined = / tr\u00ean (?=\w+$)/u;
const unknownBrowser = /^Tr\u00ecnh duy\u1ec7t kh\u00e1c/u;

/** “Safari trên Linux” in the language of the page. */
export function clientWords(client: string | null, t: Translate): string {
  if (client === null || client === '') return t('mine.sessions.unknown');
  const [browser = '', system] = client.split(joined);
  const name = browser.replace(unknownBrowser, t('mine.sessions.otherBrowser'));
  return system === undefined ? name : t('mine.sessions.on', { browser: name, system });
}
