import { Injectable } from '@nestjs/common';
import type { BreachContent, BreachId, BreachView, InputOf, listBreaches, ResponseOf } from '@mocua/contract';
import { Clock, newId, type OfficerActor, problem } from '@mocua/server/kernel';
import { AccessScope } from '@mocua/server/personal-data';
import { breachDeadlines, declaredBreachRule } from '../domain/breach-clock';
import { breachesAsCsv } from '../domain/breaches-as-csv';
import { decodePosition, encodePosition } from '../domain/position';
import { BreachRows, type BreachVersion } from '../persistence/breach-rows';

const pageSize = 20;

/**
 * The register of breaches: what happened, what is known and was done, who was told when. Nothing recorded is changed.
 *
 * @legal Luật 91/2025 Điều 23; NĐ 356/2025 Điều 28, 29
 */
@Injectable()
export class BreachRegister {
  constructor(
    private readonly rows: BreachRows,
    private readonly access: AccessScope,
    private readonly clock: Clock,
  ) {}

  async list({ query }: InputOf<typeof listBreaches>): Promise<ResponseOf<typeof listBreaches>> {
    const found = await this.rows.page(decodePosition(query.after), pageSize + 1);
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      items: await this.viewsOf(shown.map(({ id }) => id)),
      next:
        found.length > pageSize && last ? encodePosition({ at: last.at.toISOString(), id: last.id }) : null,
    };
  }

  /** @throws Problem `breach.not-found` */
  async get(breachId: BreachId): Promise<BreachView> {
    return this.viewOf(await this.rows.versionsOf(breachId));
  }

  async record(actor: OfficerActor, content: BreachContent): Promise<BreachView> {
    const breachId = newId<BreachId>(this.clock.now());
    const code = `VP-${this.clock.today().slice(2).replaceAll('-', '')}-${breachId.slice(-6).toUpperCase()}`;
    await this.append(actor, { breachId, version: 1, code, content });
    return this.get(breachId);
  }

  /** @throws Problem `breach.not-found`, `breach.stale` */
  async amend(
    actor: OfficerActor,
    breachId: BreachId,
    { version, content }: { readonly version: number; readonly content: BreachContent },
  ): Promise<BreachView> {
    const [first, ...later] = await this.rows.versionsOf(breachId);
    if (!first) throw problem('breach.not-found');
    const latest = later.at(-1) ?? first;
    if (latest.version !== version) throw problem('breach.stale');
    await this.append(actor, { breachId, version: version + 1, code: first.code, content });
    return this.get(breachId);
  }

  /** Every breach in its latest version, oldest first, as CSV with a byte order mark. */
  async export(): Promise<string> {
    const views: BreachView[] = [];
    let from: { at: string; id: string } | null = null;
    for (;;) {
      const page: { id: BreachId; at: Date }[] = await this.rows.page(from, 200);
      const last = page.at(-1);
      if (!last) break;
      views.push(...(await this.viewsOf(page.map(({ id }) => id))));
      from = { at: last.at.toISOString(), id: last.id };
    }
    return breachesAsCsv(views.reverse());
  }

  private async append(
    actor: OfficerActor,
    entry: Pick<BreachVersion, 'breachId' | 'version' | 'code' | 'content'>,
  ): Promise<void> {
    const { label } = await this.access.current().reader();
    const who = { recordedBy: actor.partyId, recordedByLabel: label, recordedAt: this.clock.now() };
    if (!(await this.rows.append({ ...entry, ...who }))) throw problem('breach.stale');
  }

  private async viewsOf(ids: readonly BreachId[]): Promise<BreachView[]> {
    const versions = await this.rows.versionsOfAll(ids);
    return ids.map((id) => this.viewOf(versions.get(id) ?? []));
  }

  private viewOf(versions: readonly BreachVersion[]): BreachView {
    const latest = versions.at(-1);
    if (!latest) throw problem('breach.not-found');
    const { breachId, code, version, content } = latest;
    return {
      breachId,
      code,
      version,
      content,
      ...breachDeadlines(content, declaredBreachRule, this.clock.iso()),
      history: versions.map((each) => ({
        version: each.version,
        who: each.recordedByLabel,
        at: each.recordedAt.toISOString(),
      })),
    };
  }
}
