import { LgspFailure } from '@mocua/lgsp/client';
import { ReportingDown } from '@mocua/server/reporting';

/** What is refused is wrong with the message; everything else with the receiver or the way to it. @throws ReportingDown */
export async function asDown<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof LgspFailure && error.kind !== 'refused') throw new ReportingDown(error);
    throw error;
  }
}
