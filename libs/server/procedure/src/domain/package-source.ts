import { z } from 'zod';
import type { Answers, EligibilityRule, FeeDefinition, FormDefinition } from '@mocua/contract';
import { eligibilityRules, feeDefinition } from '@mocua/contract/schemas';
import type { ProcedureRules } from '@mocua/engine/process';
import type { CatalogueEntry } from './catalogue-entry';
import { catalogueEntry } from './catalogue-entry-shape';
import { type HandoverDefinition, handoverDefinition } from './handover-definition';
import { type OutgoingDefinition, outgoingDefinition } from './outgoing-definition';
import { date, localized, ruleSource, words } from './package-words';
import { type PrintDefinition, printDefinition } from './print-definition';
import type { ComponentDefinition, TaskDefinition } from './procedure-package';

/** One set of answers that must be accepted, or refused for exactly these fields. */
export interface AnswerCase {
  readonly name: string;
  readonly answers: Answers;
  /** Field or section ids that must be complained about; empty when the answers are right. */
  readonly problems: readonly string[];
  readonly requiredComponents: readonly string[];
  /** Case of the procedure these answers make, where it states cases. */
  readonly case?: string;
}

/** One way through the process, step by step. */
export interface PathCase {
  readonly name: string;
  readonly steps: readonly { readonly task: string; readonly outcome: string; readonly values: Answers }[];
  readonly ends: 'positive' | 'negative';
}

/** Which rule of time a case is about. */
export type ClockRuleName = 'duration' | 'reception' | 'supplement-ask' | 'supplement-answer';

/** A due date on a plain calendar: Monday to Friday, 07:30-11:30 and 13:30-17:30, no holidays. */
export interface ClockCase {
  readonly name: string;
  readonly rule: ClockRuleName;
  /** Instants in ISO-8601, with offset; no due date when the procedure has no time limit. */
  readonly from: string;
  readonly due: string | null;
  /** Where the duration depends on the answers. */
  readonly answers?: Answers;
}

/** The test cases a package brings along; it is not published unless they pass. */
export interface PackageCases {
  readonly schemaVersion: 1;
  /** The day the cases are played on, so that they mean the same for ever. */
  readonly today: string;
  readonly answers: readonly AnswerCase[];
  readonly paths: readonly PathCase[];
  readonly clock: readonly ClockCase[];
}

/** A procedure package as its author wrote it. Everything that is hashed. */
export interface PackageSource {
  readonly entry: CatalogueEntry;
  readonly form: FormDefinition;
  readonly components: readonly ComponentDefinition[];
  /** BPMN 2.0 XML. */
  readonly bpmn: string;
  readonly tasks: readonly TaskDefinition[];
  readonly rules: ProcedureRules;
  readonly print: PrintDefinition;
  readonly cases: PackageCases;
  /** What a dossier costs; its language is `engine/fees`. Left out: nothing beyond what the entry states. */
  readonly fees?: FeeDefinition;
  /** Who qualifies; its language is `engine/eligibility`. */
  readonly eligibility?: readonly EligibilityRule[];
  /** Steps that sector systems do, see `handover-definition.ts`. */
  readonly handovers?: readonly HandoverDefinition[];
  /** Documents that the document management system signs, numbers and issues, see `outgoing-definition.ts`. */
  readonly outgoing?: readonly OutgoingDefinition[];
}

const instant = z.iso.datetime({ offset: true });
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);

const component = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/u)
    .max(40),
  name: localized,
  hint: localized.nullable(),
  required: z.enum(['always', 'conditional', 'optional']),
  condition: localized.nullable(),
  visibleWhen: words,
  requiredWhen: words,
  originals: z.int().min(0),
  copies: z.int().min(0),
  maxFiles: z.int().min(1).max(20),
});

/** The e-form compiler judges the definition itself. */
const form = z.custom<FormDefinition>((value) => typeof value === 'object' && value !== null);

const task = z.strictObject({
  formId: words,
  form: form.nullable(),
  outcomes: z.array(z.strictObject({ code: words, label: localized, commentRequired: z.boolean() })).min(1),
});

const duration = z.strictObject({
  amount: z.int().min(0),
  unit: z.enum(['working-minute', 'working-hour', 'working-day', 'calendar-day', 'month', 'same-day']),
  workingDayMode: z.enum(['same-hour', 'end-of-day']).exactOptional(),
  cutoff: timeOfDay.exactOptional(),
  minutesPerWorkingDay: z.int().min(1).max(1440).exactOptional(),
  lastDayEnds: z.enum(['midnight', 'closing']).exactOptional(),
  source: ruleSource,
});

const conditionalDuration = z.strictObject({
  choose: z.array(z.strictObject({ when: words, duration })).min(1),
  otherwise: duration,
});

const rules = z.strictObject({
  schemaVersion: z.literal(1),
  reception: z.strictObject({
    limit: duration,
    alertAfterMinutes: z.int().min(1),
    alertSource: ruleSource,
    slip: z.enum(['always', 'on-request']).exactOptional(),
  }),
  clock: z.strictObject({
    startEvent: z.enum(['received', 'arrived-at-competent-unit']),
    startSource: ruleSource,
    duration: z.union([duration, conditionalDuration]).nullable(),
  }),
  forwarding: z.strictObject({
    electronic: z.literal('at-once'),
    paperCutoff: timeOfDay,
    source: ruleSource,
  }),
  supplement: z.strictObject({
    askWithin: duration,
    answerWithin: duration,
    resume: z.enum(['extend', 'restart', 'keep']),
    resumeSource: ruleSource,
    groundFromRequest: z.int().min(1),
    groundSource: ruleSource,
  }),
  edit: z.strictObject({
    allowedUntil: z.enum(['decision', 'reception', 'never']),
    clockEffect: z.enum(['keep', 'restart']),
    source: ruleSource,
  }),
  withdrawal: z.strictObject({ allowedUntil: z.enum(['decision', 'reception']), source: ruleSource }),
  extension: z.strictObject({ times: z.int().min(0).max(1), askBefore: duration, source: ruleSource }),
  pauses: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/u),
      z.strictObject({
        ground: localized,
        cause: z.enum(['other-agency', 'payment']),
        resume: z.enum(['extend', 'restart', 'keep']),
        source: ruleSource,
      }),
    )
    .exactOptional(),
});

const answers = z.record(z.string(), z.json()) as unknown as z.ZodType<Answers>;
const cases = z.strictObject({
  schemaVersion: z.literal(1),
  today: date,
  answers: z
    .array(
      z.strictObject({
        name: words,
        answers,
        problems: z.array(z.string()),
        requiredComponents: z.array(z.string()),
        case: z.string().exactOptional(),
      }),
    )
    .min(1),
  paths: z
    .array(
      z.strictObject({
        name: words,
        steps: z.array(z.strictObject({ task: words, outcome: words, values: answers })),
        ends: z.enum(['positive', 'negative']),
      }),
    )
    .min(1),
  clock: z
    .array(
      z.strictObject({
        name: words,
        rule: z.enum(['duration', 'reception', 'supplement-ask', 'supplement-answer']),
        from: instant,
        due: instant.nullable(),
        answers: answers.exactOptional(),
      }),
    )
    .min(1),
});

/** Shape of a package. Meaning is checked by `checkPackage`. */
export const packageSource: z.ZodType<PackageSource> = z.strictObject({
  entry: catalogueEntry,
  form,
  components: z.array(component),
  bpmn: z.string(),
  tasks: z.array(task),
  rules,
  print: printDefinition,
  cases,
  fees: feeDefinition.exactOptional(),
  eligibility: eligibilityRules.exactOptional(),
  handovers: z.array(handoverDefinition).min(1).exactOptional(),
  outgoing: z.array(outgoingDefinition).min(1).exactOptional(),
});
