import { Injectable } from '@nestjs/common';
import type {
  answerRightsRequest,
  DeskRequestView,
  InputOf,
  listRightsDesk,
  ResponseOf,
  RightsRequestId,
} from '@mocua/contract';
import { WorkingCalendars } from '@mocua/server/dossier';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, type OfficerActor, problem } from '@mocua/server/kernel';
import { AccessScope, SubjectVault } from '@mocua/server/personal-data';
import { decodePosition, encodePosition } from '../domain/position';
import { rightsNotices } from '../domain/rights-notices';
import { declaredRightsRules, extendedDue } from '../domain/rights-rules';
import type { RightsChange, RightsRequest, RightsStep } from '../domain/rights-request';
import { RightsRows } from '../persistence/rights-rows';
import { PersonErasure } from './person-erasure';
import { RightsViews } from './rights-views';

const pageSize = 20;

/** Who answers, with the words the person will see. */
export interface RightsWork {
  readonly actor: OfficerActor;
  readonly requestId: RightsRequestId;
  readonly version: number;
}

/** Storage and words of the desk, so that its use cases read as the rules. */
@Injectable()
export class RightsDeskStorage {
  constructor(
    readonly rows: RightsRows,
    readonly vault: SubjectVault,
    readonly units: UnitDirectory,
    readonly calendars: WorkingCalendars,
    readonly access: AccessScope,
  ) {}

  /** The request in the version the officer saw. @throws Problem `rights.not-found`, `rights.closed`, `rights.stale` */
  async open({ requestId, version }: RightsWork): Promise<RightsRequest> {
    const request = await this.rows.find(requestId);
    if (request === null) throw problem('rights.not-found');
    if (request.decidedAt !== null) throw problem('rights.closed');
    if (request.version !== version) throw problem('rights.stale');
    return request;
  }

  /** @throws Problem `rights.stale` */
  async step(
    { actor }: RightsWork,
    request: RightsRequest,
    change: RightsChange,
    { erased, ...made }: Pick<RightsStep, 'step' | 'at' | 'noteValueId'> & { readonly erased?: boolean },
  ): Promise<void> {
    const { label } = await this.access.current().reader();
    const who = { actorKind: 'officer', actorId: actor.partyId, actorLabel: label } as const;
    // Whoever is erased whole cannot be reached any more: no address is left that could be read.
    const notices = erased ? [] : rightsNotices(request, made, request.version + 1);
    if (!(await this.rows.change(request, change, { ...made, ...who }, notices)))
      throw problem('rights.stale');
  }

  async calendar() {
    const [root] = (await this.units.tree()).all();
    return this.calendars.get(root?.calendarId ?? '');
  }
}

/**
 * The desk that answers people about their own data.
 *
 * @legal Luật 91/2025 Điều 4, 10, 13–17; NĐ 356/2025 Điều 5
 */
@Injectable()
export class RightsDesk {
  constructor(
    private readonly storage: RightsDeskStorage,
    private readonly views: RightsViews,
    private readonly erasure: PersonErasure,
    private readonly clock: Clock,
  ) {}

  async list({ query }: InputOf<typeof listRightsDesk>): Promise<ResponseOf<typeof listRightsDesk>> {
    const from = decodePosition(query.after);
    const open = query.state === 'open';
    const { rows } = this.storage;
    const found = await (open ? rows.open(from, pageSize + 1) : rows.closed(from, pageSize + 1));
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    const at = open ? last?.dueAt : last?.decidedAt;
    return {
      items: shown.map((request) => this.views.lineOf(request)),
      next:
        found.length > pageSize && last && at
          ? encodePosition({ at: at.toISOString(), id: last.requestId })
          : null,
    };
  }

  /** @throws Problem `rights.not-found` */
  async get(requestId: RightsRequestId): Promise<DeskRequestView> {
    const request = await this.storage.rows.find(requestId);
    if (request === null) throw problem('rights.not-found');
    return this.views.deskView(request);
  }

  async acknowledge(work: RightsWork): Promise<DeskRequestView> {
    const request = await this.storage.open(work);
    const at = this.clock.now();
    if (request.state === 'filed')
      await this.storage.step(
        work,
        request,
        { state: 'acknowledged', acknowledgedAt: at },
        { step: 'acknowledged', at, noteValueId: null },
      );
    return this.get(work.requestId);
  }

  /** @throws Problem `rights.already-extended` */
  async extend(work: RightsWork, reason: string): Promise<DeskRequestView> {
    const request = await this.storage.open(work);
    const rules = declaredRightsRules.find((each) => each.version === request.rulesVersion);
    if (request.extended || !rules) throw problem('rights.already-extended');
    const dueAt = new Date(
      extendedDue(rules, request.kind, await this.storage.calendar(), request.dueAt.toISOString()),
    );
    const note = await this.storage.vault.put(request.partyId, 'rights-note', reason);
    await this.storage.step(
      work,
      request,
      { extended: true, dueAt },
      { step: 'extended', at: this.clock.now(), noteValueId: note.valueId },
    );
    return this.get(work.requestId);
  }

  /**
   * Closes a request. A request to delete is carried out here: what duties of law and of the archives leave free goes at once.
   *
   * @throws Problem `rights.ground-needed`, `rights.dossiers-open`
   */
  async answer(
    work: RightsWork,
    { outcome, ground, answer }: InputOf<typeof answerRightsRequest>['body'],
  ): Promise<DeskRequestView> {
    const request = await this.storage.open(work);
    if (outcome !== 'fulfilled' && ground === undefined) throw problem('rights.ground-needed');
    const erases = request.kind === 'delete' && outcome !== 'refused';
    const plan = erases ? await this.erasure.plan(request.partyId) : null;
    if (plan && !plan.whole && outcome === 'fulfilled') throw problem('rights.dossiers-open');
    const at = this.clock.now();
    // Once the key is gone nothing can be read that was sealed for the person, not even this answer.
    const sealed =
      plan?.whole === true ? null : await this.storage.vault.put(request.partyId, 'rights-answer', answer);
    const change = {
      state: outcome,
      ground: ground ?? null,
      answerValueId: sealed?.valueId ?? null,
      decidedAt: at,
    };
    await this.storage.step(work, request, change, {
      step: 'answered',
      at,
      noteValueId: null,
      erased: plan?.whole === true,
    });
    if (erases) await this.erasure.execute(request.partyId);
    return this.get(work.requestId);
  }
}
