import { describe, expect, it } from '@jest/globals';
import type { Translate } from '@mocua/web/kernel';
import { clientWords } from './client-words';

const english: Translate = (key, params = {}) =>
  ({
    'mine.sessions.unknown': 'Unknown device',
    'mine.sessions.otherBrowser': 'Another browser',
    'mine.sessions.on': `${params['browser']} on ${params['system']}`,
  })[key] ?? key;

describe('a browser in the list of sign-ins', () => {
  it.each([
    ['Safari trên Linux', 'Safari on Linux'],
    ['Samsung Internet trên Android', 'Samsung Internet on Android'],
    ['Trình duyệt khác trên Windows', 'Another browser on Windows'],
    ['Trình duyệt khác', 'Another browser'],
    ['Firefox', 'Firefox'],
    ['', 'Unknown device'],
    [null, 'Unknown device'],
  ])('%s', (client, words) => {
    expect(clientWords(client, english)).toBe(words);
  });
});
