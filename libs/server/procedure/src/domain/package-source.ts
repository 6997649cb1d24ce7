import { z } from 'zod';
import type { Answers, FormDefinition } from '@mocua/contract';
import type { ProcedureRules } from '@mocua/engine/process';
import type { CatalogueEntry, ComponentDefinition, PrintMapping, TaskDefinition } from './procedure-package';

/** One set of answers that must be accepted, or refused for exactly these fields. */
export interface AnswerCase {
  readonly name: string;
  readonly answers: Answers;
  /** Field or section ids that must be complained about; empty when the answers are right. */
  readonly problems: readonly string[];
  readonly requiredComponents: readonly string[];
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
  /** Instants in ISO-8601, with offset. */
  readonly from: string;
  readonly due: string;
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
  readonly print: PrintMapping;
  readonly cases: PackageCases;
}

const words = z.string().trim().min(1).max(4000);
const localized = z.strictObject({ vi: words, en: words });
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const ruleSource = z.strictObject({ citation: words, effectiveFrom: date, verified: z.boolean() });

const catalogueEntry = z.strictObject({
  schemaVersion: z.literal(1),
  code: z
    .string()
    .regex(/^[A-Z0-9]+(?:[.-][A-Z0-9]+)*$/u)
    .max(40),
  version: z.int().min(1),
  effectiveFrom: date,
  effectiveTo: date.nullable(),
  name: localized,
  field: localized,
  audience: z.array(z.enum(['citizen', 'organisation'])).min(1),
  serviceLevel: z.enum(['full', 'partial', 'information']),
  duration: localized,
  fee: localized,
  feeAmount: z.int().min(0).nullable(),
  feeSource: ruleSource,
  whoMayApply: localized,
  steps: z.array(localized).min(1),
  results: z.array(localized).min(1),
  competentAgency: localized,
  conditions: z.array(localized),
  legalBasis: z.array(z.strictObject({ citation: words, title: localized, verified: z.boolean() })).min(1),
  boundaryFree: z.enum(['none', 'province', 'nation']),
  route: z.enum(['local', 'ministry', 'national']),
  onlineFiling: z.boolean(),
  unitFields: z.strictObject({ competent: words, returnAt: words.nullable() }),
  returnMethodField: words.nullable(),
  search: z.strictObject({ abbreviations: z.array(words), synonyms: z.array(words) }),
});

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

const rules = z.strictObject({
  schemaVersion: z.literal(1),
  reception: z.strictObject({ limit: duration, alertAfterMinutes: z.int().min(1), alertSource: ruleSource }),
  clock: z.strictObject({
    startEvent: z.enum(['received', 'arrived-at-competent-unit']),
    startSource: ruleSource,
    duration,
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
});

const printMapping = z.strictObject({
  paperTitle: words,
  registerName: words,
  registerBook: words,
  registerNumber: words,
  enteredOn: words,
  issueNumber: words,
  copies: words,
  refusalReason: words,
  excerpt: z.array(z.strictObject({ label: words, value: words })),
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
        due: instant,
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
  print: printMapping,
  cases,
});
