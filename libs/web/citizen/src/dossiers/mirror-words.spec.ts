import { describe, expect, it } from '@jest/globals';
import type { MirroredDossierView } from '@mocua/contract';
import { legAhead, mirrorSource } from './mirror-words';

type Leg = MirroredDossierView['legs'][number];

const leg = (change: Partial<Leg>): Leg => ({
  code: 'residence',
  name: { vi: 'Đăng ký thường trú', en: 'Residence registration' },
  agency: null,
  duration: { vi: '3 ngày làm việc', en: '3 working days' },
  status: 'processing',
  since: '2026-11-20T02:00:00.000Z',
  dueAt: '2026-11-24T10:00:00.000Z',
  ...change,
});

describe('a part of a dossier that another system resolves', () => {
  it.each([
    ['says the date it was promised for', leg({}), 'due'],
    ['says its time limit where no date was promised', leg({ dueAt: null }), 'duration'],
    [
      'says its time limit before anything was told',
      leg({ status: null, since: null, dueAt: null }),
      'duration',
    ],
    ['says nothing where neither is known', leg({ dueAt: null, duration: null }), null],
    ['says nothing of a date once it is done', leg({ status: 'done' }), null],
    ['says nothing of a date once it was refused', leg({ status: 'refused' }), null],
  ] as const)('%s', (_, part, ahead) => {
    expect(legAhead(part)).toBe(ahead);
  });
});

describe('the system that resolves a dossier', () => {
  it.each([
    ['national', 'national'],
    ['demo-national', 'demo'],
    ['police', 'other'],
  ])('%s is told as %s', (system, told) => {
    expect(mirrorSource(system)).toBe(told);
  });
});
