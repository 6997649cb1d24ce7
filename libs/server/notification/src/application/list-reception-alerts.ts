import type { listReceptionAlerts, ResponseOf } from '@mocua/contract';
import type { OfficerActor } from '@mocua/server/kernel';
import type { ReceptionAlerts } from '../persistence/reception-alerts';

/** What the unit of the officer has left waiting; nothing without an assignment. */
export class ListReceptionAlerts {
  constructor(private readonly alerts: ReceptionAlerts) {}

  async execute({ assignment }: OfficerActor): Promise<ResponseOf<typeof listReceptionAlerts>> {
    const open = assignment === null ? [] : await this.alerts.openOf(assignment.unitId);
    return {
      items: open.map(({ alertedAt, answerBy, ...alert }) => ({
        ...alert,
        alertedAt: alertedAt.toISOString(),
        answerBy: answerBy?.toISOString() ?? null,
      })),
    };
  }
}
