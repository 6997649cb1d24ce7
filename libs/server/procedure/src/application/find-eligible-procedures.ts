import { Injectable } from '@nestjs/common';
import type { EligibleProcedure, PersonFactName, PersonFacts } from '@mocua/contract';
import { type CompiledEligibility, compileEligibility, judge } from '@mocua/engine/eligibility';
import { Clock } from '@mocua/server/kernel';
import { type ListedProcedure, PublishedProcedures } from './published-procedures';

export interface EligibilityAnswer {
  readonly procedures: EligibleProcedure[];
  readonly next: PersonFactName[];
}

const rank = { qualifies: 0, unknown: 1, lacks: 2 } as const;

/** Rules of one version, compiled once; null when it states none, so nothing can be said about anybody. */
type KnownRules = CompiledEligibility | null;

/**
 * Tells which procedures in force a person qualifies for. What the person told is used for the answer and forgotten: it is
 * neither stored nor logged, and no session is needed.
 */
@Injectable()
export class FindEligibleProcedures {
  /** By the hash of the version: a version is loaded once, however many procedures there are. */
  private readonly compiled = new Map<string, Promise<KnownRules>>();

  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly clock: Clock,
  ) {}

  async execute(facts: PersonFacts): Promise<EligibilityAnswer> {
    const listed = await this.procedures.list(this.clock.today());
    const names = new Map(listed.map(({ code, entry }) => [code, entry.name]));
    const known = await Promise.all(
      listed.map(async (procedure) => ({ code: procedure.code, rules: await this.rulesOf(procedure) })),
    );
    const judged = known.flatMap(({ code, rules }) => (rules ? [{ code, rules }] : []));
    const { verdicts, next } = judge(judged, facts);
    const procedures = verdicts.map((verdict): EligibleProcedure => {
      const { code, state, met, lacking, ask } = verdict;
      const name = names.get(code) ?? { vi: code, en: code };
      return { code, name, state, met: [...met], lacking: [...lacking], ask: [...ask] };
    });
    procedures.sort((a, b) => rank[a.state] - rank[b.state] || a.ask.length - b.ask.length);
    return { procedures, next: [...next] };
  }

  private rulesOf(procedure: ListedProcedure): Promise<KnownRules> {
    const known = this.compiled.get(procedure.hash);
    if (known) return known;
    const loading = this.load(procedure);
    this.compiled.set(procedure.hash, loading);
    // What could not be loaded must be asked for again; the caller gets the error from the promise itself.
    loading.catch(() => this.compiled.delete(procedure.hash));
    return loading;
  }

  private async load({ code, version }: ListedProcedure): Promise<KnownRules> {
    const { eligibility } = await this.procedures.version(code, version);
    if (eligibility.length === 0) return null;
    const result = compileEligibility(eligibility);
    if (result.ok) return result.rules;
    throw new Error(`Published rules of ${code} do not compile any more: ${JSON.stringify(result.problems)}`);
  }
}
