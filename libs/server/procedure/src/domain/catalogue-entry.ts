import type { Expression, LifeEvent, Localized, ProcedureView } from '@mocua/contract';

/** Which system resolves dossiers: we process `local` ones only, and guide, assist and mirror for the others. */
export type Route = 'local' | 'ministry' | 'national';

/** A channel by which a dossier may be filed, with its times and what each costs. @legal NĐ 118/2025 Điều 15 */
export interface FilingChannel {
  readonly channel: 'counter' | 'online' | 'post';
  readonly times: readonly {
    /** The time limit in words, as the catalogue states it. */
    readonly duration: Localized;
    readonly fees: readonly CatalogueFee[];
  }[];
}

/** One fee as the catalogue states it. What a dossier really costs is computed from `fees.json`. */
export interface CatalogueFee {
  readonly name: Localized;
  /** The amount in words: “8.000 đồng/bản”, “Miễn phí”. */
  readonly text: Localized;
  /** Integer đồng for one `per`; null when the amount depends on the dossier. */
  readonly amount: number | null;
  /** What the amount is for, for example one copy or one page; null for the whole dossier. */
  readonly per: Localized | null;
  readonly source: ProcedureView['durationSource'];
}

/** A case (trường hợp) of the procedure with the papers it takes. */
export interface ProcedureCase {
  readonly code: string;
  readonly name: Localized;
  /** FEEL over the answers; null for the case that holds when no other does. */
  readonly when: Expression | null;
  /** Codes of the components that belong to the case. */
  readonly components: readonly string[];
}

/** A paper that must not be asked for, because a connected register holds it. @legal NĐ 118/2025 Điều 4(2a) (NĐ 309/2026) */
export interface NotDemandedPaper {
  readonly code: string;
  readonly name: Localized;
  readonly register: Localized;
  readonly basis: ProcedureView['durationSource'];
}

/** In what capacity somebody may file. */
export type Capacity = 'person' | 'organisation' | 'guardian' | 'delegate';

/** How to go on where another system resolves: steps, the way there, and where people help. */
export interface Guidance {
  readonly intro: Localized;
  readonly steps: readonly Localized[];
  readonly link: { readonly label: Localized; readonly url: string };
  readonly help: readonly Localized[];
  /** Parts that other agencies resolve on their own; the mirror tells how far each one is. */
  readonly legs: readonly ProcedureLeg[];
}

export interface ProcedureLeg {
  readonly code: string;
  readonly name: Localized;
  readonly agency: Localized;
  readonly duration: Localized;
  readonly source: ProcedureView['durationSource'];
}

/** A legal term in plain words. */
export interface ExplainedTerm {
  readonly term: Localized;
  readonly explanation: Localized;
}

/**
 * A unit by name of its agency (`000.00.14.H99`), or, after `=`, FEEL over the answers that gives a unit id or such an
 * identifier.
 */
export type UnitReference = string;

/**
 * The catalogue entry in the national shape, as `procedure.json` holds it. Duration and components stand in `rules.json`
 * and `components.json`; the public view puts them together.
 *
 * @legal NĐ 63/2010 Điều 8(2)
 */
export interface CatalogueEntry {
  readonly schemaVersion: 1;
  readonly code: string;
  readonly version: number;
  /** First day of the version; it holds until `effectiveTo` (its last day), or until a later version begins. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly name: Localized;
  readonly field: Localized;
  readonly audience: ProcedureView['audience'];
  readonly serviceLevel: ProcedureView['serviceLevel'];
  /** Why it cannot be done fully online; stated exactly when the level is not `full`. @legal NĐ 224/2026 Điều 14 */
  readonly serviceLevelReason?: Localized;
  /** Plain words for the time limit. */
  readonly duration: Localized;
  readonly fee: Localized;
  /** Integer đồng; null when the amount depends on the dossier. */
  readonly feeAmount: number | null;
  readonly feeSource: ProcedureView['durationSource'];
  readonly channels?: readonly FilingChannel[];
  readonly cases?: readonly ProcedureCase[];
  readonly notDemanded?: readonly NotDemandedPaper[];
  readonly whoMayApply: Localized;
  /** Left out: everybody may file who may act for the owner. */
  readonly capacities?: readonly Capacity[];
  readonly steps: readonly Localized[];
  readonly results: readonly Localized[];
  /** Whether the positive end issues a document; default `document`. */
  readonly result?: 'document' | 'none';
  /** FEEL for the name of the person the result is about, where that is not the owner. */
  readonly subjectName?: Expression;
  readonly competentAgency: Localized;
  readonly conditions: readonly Localized[];
  readonly legalBasis: ProcedureView['legalBasis'];
  readonly boundaryFree: ProcedureView['boundaryFree'];
  /** Which system resolves dossiers of this version; `routes` overrides it day by day. */
  readonly route: Route;
  /** Changes of the route, the earliest first; each holds from its day on. */
  readonly routes?: readonly { readonly from: string; readonly route: Route }[];
  /** Needed when any route is not local. */
  readonly guidance?: Guidance;
  readonly onlineFiling: boolean;
  /**
   * Form field that names the unit competent to resolve the dossier (null: `competentUnit` says it), and the one for a
   * result fetched at a counter.
   */
  readonly unitFields: { readonly competent: string | null; readonly returnAt: string | null };
  readonly competentUnit?: UnitReference;
  /** Form field with the way the result is returned. */
  readonly returnMethodField: string | null;
  readonly terms?: readonly ExplainedTerm[];
  readonly search: {
    readonly abbreviations: readonly string[];
    readonly synonyms: readonly string[];
    /** Events of life the procedure belongs to. */
    readonly lifeEvents?: readonly LifeEvent[];
  };
}

/** The route on a day, `YYYY-MM-DD`. */
export function routeOn(entry: Pick<CatalogueEntry, 'route' | 'routes'>, day: string): Route {
  return entry.routes?.findLast(({ from }) => from <= day)?.route ?? entry.route;
}
