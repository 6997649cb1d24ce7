import { Injectable } from '@nestjs/common';
import type { DeskRequestView, RightsLine, RightsRequestView } from '@mocua/contract';
import { PartyDirectory } from '@mocua/server/identity';
import { Clock } from '@mocua/server/kernel';
import { type OpenedValue, SubjectVault } from '@mocua/server/personal-data';
import { declaredRightsRules } from '../domain/rights-rules';
import type { RightsRequest, RightsStep } from '../domain/rights-request';
import { RightsRows } from '../persistence/rights-rows';
import { PersonErasure } from './person-erasure';

const erased = '(nội dung đã được xóa theo yêu cầu)';

/** Shows requests to those who filed them and to those who answer them. */
@Injectable()
export class RightsViews {
  constructor(
    private readonly rows: RightsRows,
    private readonly vault: SubjectVault,
    private readonly parties: PartyDirectory,
    private readonly erasure: PersonErasure,
    private readonly clock: Clock,
  ) {}

  lineOf(request: RightsRequest): RightsLine {
    const { requestId, code, kind, state, version, extended, dueAt, decidedAt } = request;
    return {
      requestId,
      code,
      kind,
      state,
      version,
      extended,
      filedAt: request.filedAt.toISOString(),
      acknowledgeBy: request.acknowledgeBy.toISOString(),
      acknowledgedAt: request.acknowledgedAt?.toISOString() ?? null,
      dueAt: dueAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      overdue: (decidedAt ?? this.clock.now()) > dueAt,
    };
  }

  async viewsOf(requests: readonly RightsRequest[]): Promise<RightsRequestView[]> {
    const steps = await this.rows.steps(requests.map((request) => request.requestId));
    const values = await this.vault.openMany([
      ...requests.flatMap(({ detailsValueId, answerValueId }) =>
        [detailsValueId, answerValueId ?? []].flat(),
      ),
      ...[...steps.values()].flat().flatMap((step) => step.noteValueId ?? []),
    ]);
    return requests.map((request) => ({
      ...this.lineOf(request),
      details: textIn(values, request.detailsValueId) ?? '',
      answer: request.decidedAt === null ? null : textIn(values, request.answerValueId),
      ground: request.ground,
      legalBasis: legalBasisOf(request),
      steps: (steps.get(request.requestId) ?? []).map((step) => stepView(step, values)),
    }));
  }

  async deskView(request: RightsRequest): Promise<DeskRequestView> {
    const [view] = await this.viewsOf([request]);
    if (!view) throw new Error('a request without a view');
    const name = await this.parties.displayName(request.partyId);
    const open = request.decidedAt === null && request.kind === 'delete';
    const plan = open ? await this.erasure.plan(request.partyId) : null;
    return {
      ...view,
      person: { partyId: request.partyId, name },
      erasure: plan && { ...plan, removes: [...plan.removes], keeps: [...plan.keeps] },
    };
  }
}

function textIn(values: ReadonlyMap<string, OpenedValue>, valueId: string | null): string | null {
  if (valueId === null) return erased;
  const opened = values.get(valueId);
  if (!opened || opened.erased) return erased;
  return typeof opened.value === 'string' ? opened.value : null;
}

function stepView(
  { step, actorLabel, at, noteValueId }: RightsStep,
  values: ReadonlyMap<string, OpenedValue>,
): RightsRequestView['steps'][number] {
  const note = noteValueId === null ? null : textIn(values, noteValueId);
  return { step, who: actorLabel, at: at.toISOString(), note };
}

function legalBasisOf({ kind, rulesVersion }: RightsRequest): string {
  return declaredRightsRules.find((rules) => rules.version === rulesVersion)?.times[kind].article ?? '';
}
