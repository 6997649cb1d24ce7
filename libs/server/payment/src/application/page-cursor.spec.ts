import { describe, expect, it } from '@jest/globals';
import { cursorOf, drawerCursorOf, drawerPositionIn, positionIn } from './page-cursor';

const id = '0199a000-0000-7000-8000-00000000d101';
const made = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor of a page', () => {
  it('is read back as it was made', () => {
    expect(positionIn(cursorOf(new Date('2026-11-16T01:05:00.000Z'), id))).toEqual({
      at: '2026-11-16T01:05:00.000Z',
      id,
    });
    const drawer = { day: '2026-02-28', unitId: id, cashier: id };
    expect(drawerPositionIn(drawerCursorOf(drawer))).toEqual(drawer);
  });

  it.each([
    ['nothing', ''],
    ['a number', made(`1|${id}`)],
    ['a day no calendar has', made(`2026-02-30T00:00:00.000Z|${id}`)],
    ['a year before all others', made(`0000-01-01T00:00:00.000Z|${id}`)],
    ['another id', made('2026-11-16T01:05:00.000Z|------------------------------------')],
  ])('that is %s starts from the beginning', (_, cursor) => {
    expect(positionIn(cursor)).toBeNull();
    expect(drawerPositionIn(cursor)).toBeNull();
  });

  it('of a drawer on a day no calendar has starts from the beginning', () => {
    expect(drawerPositionIn(made(`2026-02-30|${id}|${id}`))).toBeNull();
  });
});
