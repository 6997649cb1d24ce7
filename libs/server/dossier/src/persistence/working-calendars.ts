import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { checkCalendar, type WorkingCalendar } from '@mocua/engine/working-time';
import { workspaceRoot } from '@mocua/server/kernel';

/** Working calendars by id, read once per process from the calendars shipped with the release. */
@Injectable()
export class WorkingCalendars {
  private readonly loaded = new Map<string, Promise<WorkingCalendar>>();

  get(calendarId: string): Promise<WorkingCalendar> {
    const known = this.loaded.get(calendarId) ?? this.read(calendarId);
    this.loaded.set(calendarId, known);
    return known;
  }

  private async read(calendarId: string): Promise<WorkingCalendar> {
    if (!/^[a-z0-9-]+$/u.test(calendarId)) throw new Error(`not a calendar id: ${calendarId}`);
    const file = join(workspaceRoot(), 'libs/engine/working-time/calendars', `${calendarId}.json`);
    const calendar = JSON.parse(await readFile(file, 'utf8')) as WorkingCalendar;
    const [first] = checkCalendar(calendar);
    if (first) throw new Error(`calendar ${calendarId}: ${JSON.stringify(first)}`);
    return calendar;
  }
}
