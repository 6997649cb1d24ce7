import { describe, expect, it } from '@jest/globals';
import { noticeKind, saveNoticeSettingsSchemas } from './schemas';

describe('what people save about their notices', () => {
  const setting = (kind: string) => ({ kind, sms: false, email: true, zalo: false });
  const kinds = noticeKind.options;

  it('may name every kind of notice there is, once', () => {
    const { body } = saveNoticeSettingsSchemas;
    expect(body.safeParse({ settings: kinds.map(setting) }).success).toBe(true);
    expect(body.safeParse({ settings: [...kinds, 'done'].map(setting) }).success).toBe(false);
  });
});
