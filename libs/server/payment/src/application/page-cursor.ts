/** Where a page that is ordered by time and id goes on. */
export function cursorOf(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url');
}

/** A cursor that was not made here starts from the beginning. */
export function positionIn(cursor: string | undefined): { at: string; id: string } | null {
  const [at = '', id = ''] = partsOf(cursor);
  return isInstant(at) && isId(id) ? { at, id } : null;
}

/** Where the days of drawers go on: the newest day first, and within it by unit and cashier. */
export interface DrawerPosition {
  readonly day: string;
  readonly unitId: string;
  readonly cashier: string;
}

export function drawerCursorOf({ day, unitId, cashier }: DrawerPosition): string {
  return Buffer.from(`${day}|${unitId}|${cashier}`).toString('base64url');
}

/** The same: a cursor that was not made here starts from the beginning. */
export function drawerPositionIn(cursor: string | undefined): DrawerPosition | null {
  const [day = '', unitId = '', cashier = ''] = partsOf(cursor);
  const isDay = isInstant(`${day}T00:00:00.000Z`);
  return isDay && isId(unitId) && isId(cashier) ? { day, unitId, cashier } : null;
}

function partsOf(cursor: string | undefined): string[] {
  return Buffer.from(cursor ?? '', 'base64url')
    .toString('utf8')
    .split('|');
}

/** As this program writes one; a day that no calendar has is none. */
function isInstant(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}T[\d:.]+Z$/u.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u.test(text);
