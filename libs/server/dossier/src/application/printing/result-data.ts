import type { Answers } from '@mocua/contract';
import { readBack } from '@mocua/engine/eform';
import type { GeneralResultData, PrintedSigner, RegisterCopyData, ResultData } from '@mocua/server/document';
import {
  type GeneralPrint,
  isRegisterCopy,
  type PrintDefinition,
  type PrintedFieldDefinition,
  type RegisterCopyPrint,
} from '@mocua/server/procedure';
import { printedText } from '../../domain/printed-text';
import { unitName } from '../views/dossier-reader';
import { headOf, printedValues, type PrintSource, readBackOf } from './print-source';

/** What stands on the result, as the package says. */
export function resultData(source: PrintSource, print: PrintDefinition, signer: PrintedSigner): ResultData {
  if (isRegisterCopy(print)) return registerCopyData(source, print, signer);
  if (print.template === 'none') throw new Error('a result was issued where the package has none');
  return generalResultData(source, print, signer);
}

function common(source: PrintSource, number: string | null, signer: PrintedSigner) {
  const { opened, document, tracking } = source;
  return {
    head: { ...headOf(source, opened.state.units.competent), number },
    procedure: { code: opened.procedure.code, name: opened.procedure.entry.name.vi },
    requester: source.nameOf(opened.state.people.owner),
    issue: { number: number ?? '', at: document.issuedAt },
    signer,
    verification: { url: tracking.url },
  };
}

function registerCopyData(
  source: PrintSource,
  print: RegisterCopyPrint,
  signer: PrintedSigner,
): RegisterCopyData {
  const values = printedValues(source);
  const text = (expression: string): string | null => printedText(expression, values);
  return {
    ...common(source, text(print.issueNumber), signer),
    template: 'register-copy',
    paperTitle: text(print.paperTitle) ?? '',
    register: {
      name: text(print.registerName) ?? '',
      book: text(print.registerBook),
      number: text(print.registerNumber) ?? '',
      enteredOn: text(print.enteredOn),
    },
    excerpt: fieldsOf(source, print.excerpt, values),
    copies: Number(text(print.copies) ?? '1'),
  };
}

function generalResultData(
  source: PrintSource,
  print: GeneralPrint,
  signer: PrintedSigner,
): GeneralResultData {
  const values = printedValues(source);
  const text = (expression: string | undefined): string | null =>
    expression === undefined ? null : printedText(expression, values);
  const paragraphs = (all: readonly string[] = []): string[] => all.flatMap((each) => text(each) ?? []);
  const copies = text(print.copies);
  return {
    ...common(source, text(print.issueNumber), signer),
    template: print.template,
    title: text(print.title) ?? '',
    subtitle: text(print.subtitle),
    basis: print.basis,
    opening: paragraphs(print.opening),
    groups: print.groups.flatMap(({ heading, fields }) => {
      const shown = fieldsOf(source, fields, values);
      return shown.length === 0 ? [] : [{ heading, fields: shown }];
    }),
    closing: paragraphs(print.closing),
    copies: copies === null ? null : Number(copies),
    signerLine: print.signerLine ?? null,
  };
}

/** Labelled lines; one without a value is left out. */
function fieldsOf(
  source: PrintSource,
  fields: readonly PrintedFieldDefinition[],
  values: Answers,
): { label: string; value: string }[] {
  const read = fields.some((field) => field.as === 'answer') ? readAnswers(source, values) : new Map();
  return fields.flatMap(({ label, value, as = 'text' }) => {
    const shown = as === 'answer' ? read.get(value) : printedText(value, values);
    if (shown === undefined || shown === null || shown === '') return [];
    return [{ label, value: as === 'date' ? (vietnameseDate(shown) ?? shown) : shown }];
  });
}

/** Answers and entries of officers as people read them, by field id. */
function readAnswers(source: PrintSource, values: Answers): ReadonlyMap<string, string> {
  const { opened, document } = source;
  const lookups = {
    facts: { today: document.issuedAt.slice(0, 10) },
    unitName: (unitId: string) => unitName(opened.tree, unitId as never),
  };
  const officers = Object.values(opened.procedure.tasks).flatMap(({ compiledForm }) =>
    compiledForm ? readBack(compiledForm, ownValues(compiledForm, values), lookups) : [],
  );
  const rows = [...readBackOf(source), ...officers].flatMap((page) => page.rows);
  return new Map(rows.filter((row) => row.answered).map((row) => [row.path, row.text]));
}

function ownValues(form: { readonly fields: ReadonlyMap<string, unknown> }, values: Answers): Answers {
  return Object.fromEntries(Object.entries(values).filter(([name]) => form.fields.has(name)));
}

/** `2026-03-08` as `08/03/2026`; null for anything else. */
function vietnameseDate(text: string): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return parts && `${parts[3]}/${parts[2]}/${parts[1]}`;
}
