import { z } from 'zod';
import type { Expression } from '@mocua/contract';
import { words } from './package-words';

/** What is printed when a dossier ends; FEEL texts read the answers and what officers entered. */
export type PrintDefinition = RegisterCopyPrint | GeneralPrint | NoResultPrint;

/** FEEL every kind has: the number the paper is issued under, and why the request was refused. */
interface IssuedPrint {
  readonly issueNumber: Expression;
  readonly refusalReason: Expression;
}

/** A copy of an entry in an original register; the kind of a definition that names none. */
export interface RegisterCopyPrint extends IssuedPrint {
  readonly template?: 'register-copy';
  readonly paperTitle: Expression;
  readonly registerName: Expression;
  readonly registerBook: Expression;
  readonly registerNumber: Expression;
  readonly enteredOn: Expression;
  readonly copies: Expression;
  readonly excerpt: readonly PrintedFieldDefinition[];
}

export type GeneralTemplate = 'decision' | 'certificate' | 'minutes' | 'confirmation';

/** Any other result: a title, its legal basis, and labelled fields in groups. */
export interface GeneralPrint extends IssuedPrint {
  readonly template: GeneralTemplate;
  readonly title: Expression;
  readonly subtitle?: Expression;
  /** Lines of the legal basis, “Căn cứ …”, printed in this order. */
  readonly basis: readonly string[];
  /** Paragraphs before the fields; one that gives null is left out. */
  readonly opening?: readonly Expression[];
  readonly groups: readonly {
    readonly heading: string | null;
    readonly fields: readonly PrintedFieldDefinition[];
  }[];
  /** Paragraphs after the fields; in a decision they are its articles. */
  readonly closing?: readonly Expression[];
  /** Line above the signature, for example “NGƯỜI KÝ GIẤY KHAI SINH”; left out: the title of the signer alone. */
  readonly signerLine?: string;
  readonly copies?: Expression;
}

/** The positive end issues nothing; a refusal still is a paper. */
export interface NoResultPrint extends IssuedPrint {
  readonly template: 'none';
}

/** One labelled line; a value that is null leaves the line out, a list is printed line by line. */
export interface PrintedFieldDefinition {
  readonly label: string;
  readonly value: Expression;
  /** `date`: an ISO date as a Vietnamese one. `answer`: `value` is a field id, printed as people read it. Default `text`. */
  readonly as?: 'text' | 'date' | 'answer';
}

const field = z.strictObject({
  label: words,
  value: words,
  as: z.enum(['text', 'date', 'answer']).exactOptional(),
});
const issued = { issueNumber: words, refusalReason: words };

/** Shape of `print.json`. */
export const printDefinition: z.ZodType<PrintDefinition> = z.union([
  z.strictObject({
    ...issued,
    template: z.literal('register-copy').exactOptional(),
    paperTitle: words,
    registerName: words,
    registerBook: words,
    registerNumber: words,
    enteredOn: words,
    copies: words,
    excerpt: z.array(field),
  }),
  z.strictObject({
    ...issued,
    template: z.enum(['decision', 'certificate', 'minutes', 'confirmation']),
    title: words,
    subtitle: words.exactOptional(),
    basis: z.array(words),
    opening: z.array(words).exactOptional(),
    groups: z.array(z.strictObject({ heading: words.nullable(), fields: z.array(field).min(1) })).min(1),
    closing: z.array(words).exactOptional(),
    signerLine: words.exactOptional(),
    copies: words.exactOptional(),
  }),
  z.strictObject({ ...issued, template: z.literal('none') }),
]);

/** Every FEEL text of a definition with its place in the file. */
export function printExpressions(
  print: PrintDefinition,
): readonly (readonly [at: string, text: Expression])[] {
  const all: (readonly [string, Expression])[] = [
    ['issueNumber', print.issueNumber],
    ['refusalReason', print.refusalReason],
  ];
  const fields = (at: string, of: readonly PrintedFieldDefinition[]) =>
    of.map(({ label, value }) => [`${at}.${label}`, value] as const);
  if (isRegisterCopy(print)) {
    const { paperTitle, registerName, registerBook, registerNumber, enteredOn, copies, excerpt } = print;
    const own = { paperTitle, registerName, registerBook, registerNumber, enteredOn, copies };
    return [...all, ...Object.entries(own), ...fields('excerpt', excerpt)];
  }
  if (print.template === 'none') return all;
  const { title, subtitle, copies, opening = [], closing = [], groups } = print;
  for (const [at, text] of Object.entries({ title, subtitle, copies })) {
    if (text !== undefined) all.push([at, text]);
  }
  return [
    ...all,
    ...opening.map((text, at) => [`opening.${at}`, text] as const),
    ...groups.flatMap((group, at) => fields(`groups.${group.heading ?? at}`, group.fields)),
    ...closing.map((text, at) => [`closing.${at}`, text] as const),
  ];
}

export function isRegisterCopy(print: PrintDefinition): print is RegisterCopyPrint {
  return print.template === undefined || print.template === 'register-copy';
}
