import { Injectable } from '@nestjs/common';
import type { fileRightsRequest, InputOf, RightsRequestId, RightsRequestView } from '@mocua/contract';
import { WorkingCalendars } from '@mocua/server/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { type CitizenActor, Clock, type IdempotencyRequest, namedId, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { declaredRightsRules, rightsDeadlines, rightsRulesOn } from '../domain/rights-rules';
import { rightsNotices } from '../domain/rights-notices';
import type { RightsRequest } from '../domain/rights-request';
import { RightsRows } from '../persistence/rights-rows';
import { RightsViews } from './rights-views';

const self = 'Người yêu cầu';

/** People ask about their own data, or about the data of somebody they act for today. */
@Injectable()
export class FileRightsRequest {
  constructor(
    private readonly rows: RightsRows,
    private readonly views: RightsViews,
    private readonly vault: SubjectVault,
    private readonly calendar: WorkingCalendars,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  async list(actor: CitizenActor): Promise<RightsRequestView[]> {
    return this.views.viewsOf(await this.rows.of(actor.actingFor));
  }

  /** Filing again with the same key answers with the request that was filed. */
  async file(
    actor: CitizenActor,
    { body }: InputOf<typeof fileRightsRequest>,
    { scope, key, bodyHash }: IdempotencyRequest,
  ): Promise<RightsRequestView> {
    const requestId = namedId<RightsRequestId>(
      'rights-request',
      `${scope}/${key}/${bodyHash.toString('hex')}`,
    );
    const known = await this.rows.find(requestId);
    if (known !== null) return this.viewOf(known);
    const now = this.clock.now();
    const rules = rightsRulesOn(declaredRightsRules, this.clock.today());
    const [root] = (await this.units.tree()).all();
    const calendar = await this.calendar.get(root?.calendarId ?? '');
    const deadlines = rightsDeadlines(rules, body.kind, calendar, now.toISOString());
    const details = await this.vault.put(actor.actingFor, 'rights-details', body.details);
    const request: RightsRequest = {
      requestId,
      code: codeOf(requestId, this.clock.today()),
      partyId: actor.actingFor,
      filedBy: actor.partyId,
      kind: body.kind,
      state: 'filed',
      version: 1,
      detailsValueId: details.valueId,
      answerValueId: null,
      filedAt: now,
      acknowledgeBy: new Date(deadlines.acknowledgeBy),
      acknowledgedAt: null,
      dueAt: new Date(deadlines.dueAt),
      extended: false,
      rulesVersion: rules.version,
      ground: null,
      decidedAt: null,
    };
    const step = {
      actorKind: 'citizen',
      actorId: actor.partyId,
      actorLabel: self,
      noteValueId: null,
    } as const;
    const filed = { ...step, step: 'filed', at: now } as const;
    await this.rows.insert(request, filed, rightsNotices(request, filed, request.version));
    return this.viewOf((await this.rows.find(requestId)) ?? request);
  }

  /** @throws Problem `rights.not-found`, `rights.stale`, `rights.closed` */
  async takeBack(
    actor: CitizenActor,
    requestId: RightsRequestId,
    version: number,
  ): Promise<RightsRequestView> {
    const request = await this.rows.find(requestId);
    if (request?.partyId !== actor.actingFor) throw problem('rights.not-found');
    if (request.decidedAt !== null) throw problem('rights.closed');
    if (request.version !== version) throw problem('rights.stale');
    const now = this.clock.now();
    const done = await this.rows.change(
      request,
      { state: 'taken-back', decidedAt: now },
      {
        step: 'taken-back',
        actorKind: 'citizen',
        actorId: actor.partyId,
        actorLabel: self,
        noteValueId: null,
        at: now,
      },
      [],
    );
    if (!done) throw problem('rights.stale');
    return this.viewOf((await this.rows.find(requestId)) ?? request);
  }

  private async viewOf(request: RightsRequest): Promise<RightsRequestView> {
    const [view] = await this.views.viewsOf([request]);
    if (!view) throw new Error('a request without a view');
    return view;
  }
}

/** Short enough for the telephone; the id makes it unique. */
function codeOf(requestId: string, today: string): string {
  return `DL-${today.slice(2).replaceAll('-', '')}-${requestId.slice(0, 8).toUpperCase()}`;
}
