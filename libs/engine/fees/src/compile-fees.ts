import type {
  FeeAmount,
  FeeDefinition,
  FeeLine,
  FeeReduction,
  FeeWaiver,
  Localized,
  PaymentGround,
} from '@mocua/contract';
import {
  compileExpression,
  type FeelType,
  type ParsedExpression,
  type TypeScope,
} from '@mocua/engine/expression';

/** Why a fee schedule cannot be published: the place in it, and what to do. */
export interface FeeProblem {
  readonly at: string;
  readonly message: Localized;
}

export interface CompiledLine {
  readonly definition: FeeLine;
  readonly when: ParsedExpression | null;
  readonly price: FeeAmount | { readonly kind: 'computed'; readonly by: ParsedExpression };
  readonly quantity: ParsedExpression | null;
  /** Waivers that name this line, in the order of the schedule. */
  readonly waivers: readonly CompiledWaiver[];
}

export interface CompiledWaiver {
  readonly definition: FeeWaiver;
  readonly reduction: FeeReduction;
  readonly when: ParsedExpression | null;
}

export interface CompiledGround {
  readonly definition: PaymentGround;
  readonly when: ParsedExpression | null;
  /** Only where the amount is a formula. */
  readonly formula: ParsedExpression | null;
}

/** A fee schedule that was proved sound: plain data, made once at publication. */
export interface CompiledFees {
  readonly definition: FeeDefinition;
  readonly lines: readonly CompiledLine[];
  readonly grounds: readonly CompiledGround[];
}

export type CompileFeesResult =
  | { readonly ok: true; readonly fees: CompiledFees }
  | { readonly ok: false; readonly problems: readonly FeeProblem[] };

/** What rules of fees know besides the answers, under the one name `filing`. */
export const filingScope: FeelType = {
  kind: 'context',
  fields: { date: 'date', channel: 'string', identityLevel: 'string', isOrganisation: 'boolean' },
};

class FeeCompiler {
  readonly problems: FeeProblem[] = [];

  constructor(private readonly scope: TypeScope) {}

  report(at: string, vi: string, en: string): void {
    this.problems.push({ at, message: { vi, en } });
  }

  expression(text: string | null, wanted: FeelType, at: string): ParsedExpression | null {
    if (text === null) return null;
    const result = compileExpression(text, this.scope, wanted);
    if (result.ok) return result.expression;
    for (const { vi, en } of result.problems) this.report(at, vi, en);
    return null;
  }

  waiver(definition: FeeWaiver): CompiledWaiver {
    this.validity(definition);
    const when = this.expression(definition.when, 'boolean', `${definition.code}.when`);
    return { definition, reduction: definition.reduction, when };
  }

  line(definition: FeeLine, waivers: readonly CompiledWaiver[]): CompiledLine {
    const { code, amount, unit } = definition;
    this.validity(definition);
    const formula =
      amount.kind === 'formula' ? this.expression(amount.formula, 'number', `${code}.amount.formula`) : null;
    return {
      definition,
      when: this.expression(definition.when, 'boolean', `${code}.when`),
      price: formula ? { kind: 'computed', by: formula } : amount,
      quantity: this.expression(unit?.quantity ?? null, 'number', `${code}.unit.quantity`),
      waivers: waivers.filter((waiver) => waiver.definition.lines?.includes(code) ?? true),
    };
  }

  ground(definition: PaymentGround, lines: readonly FeeLine[]): CompiledGround {
    const { code, amount } = definition;
    this.validity(definition);
    const named = amount.kind === 'lines' || amount.kind === 'asserted' ? amount.lines : [];
    for (const name of named) this.settled(code, name, lines);
    if (amount.kind === 'asserted' && amount.most < amount.least) {
      this.report(
        `${code}.amount.most`,
        'Mức nhiều nhất nhỏ hơn mức ít nhất.',
        'The most is less than the least.',
      );
    }
    const formula = amount.kind === 'formula' ? amount.formula : null;
    return {
      definition,
      when: this.expression(definition.when, 'boolean', `${code}.when`),
      formula: this.expression(formula, 'number', `${code}.amount.formula`),
    };
  }

  /** What is paid before the work was assessed with the filing: asking for it again would take it twice. */
  private settled(ground: string, name: string, lines: readonly FeeLine[]): void {
    const line = lines.find(({ code }) => code === name);
    if (line && line.timing !== 'before') return;
    this.report(
      `${ground}.amount.lines`,
      line
        ? `Khoản “${name}” thu khi nộp hồ sơ, nên không yêu cầu nộp lần nữa.`
        : `Không có khoản nào mang mã “${name}”.`,
      line
        ? `The line "${name}" is paid with the filing and cannot be asked for again.`
        : `No line has the code "${name}".`,
    );
  }

  /** Codes are unique, waivers name lines that exist, and a schedule without lines says why. */
  whole({ free, lines, waivers, grounds = [] }: FeeDefinition): void {
    const codes = [...lines, ...waivers, ...grounds].map((part) => part.code);
    for (const code of new Set(codes.filter((each, at) => codes.indexOf(each) !== at))) {
      this.report(code, `Mã “${code}” đã dùng rồi.`, `The code "${code}" is used twice.`);
    }
    for (const { code, lines: named } of waivers) {
      for (const name of named ?? []) {
        if (lines.some((line) => line.code === name)) continue;
        this.report(
          `${code}.lines`,
          `Không có khoản nào mang mã “${name}”.`,
          `No line has the code "${name}".`,
        );
      }
    }
    if (Object.hasOwn(this.scope, 'filing') && this.scope['filing'] !== filingScope) {
      this.report('filing', 'Không trường nào được tên là “filing”.', 'No field may be called "filing".');
    }
    if (lines.length === 0 && free === null) {
      this.report(
        'free',
        'Không có khoản nào: ghi rõ văn bản quy định miễn phí ở “free”, vì bỏ trống không có nghĩa là miễn phí.',
        'There are no lines: say in "free" which text makes it free of charge, for nothing written is not zero.',
      );
    }
    if (lines.length > 0 && free !== null) {
      this.report('free', 'Đã có khoản phải nộp thì không ghi “free”.', 'With lines, "free" must be null.');
    }
  }

  private validity({ code, effectiveFrom, effectiveTo }: FeeLine | FeeWaiver | PaymentGround): void {
    if (effectiveTo === null || effectiveTo >= effectiveFrom) return;
    this.report(
      `${code}.effectiveTo`,
      'Ngày hết hiệu lực trước ngày có hiệu lực.',
      'It ends before it begins.',
    );
  }
}

/**
 * Checks what a fee schedule means and compiles its expressions. Its shape was checked before (`feeDefinition`).
 *
 * @param scope - the answers by field id with their types; `filing` is added here
 */
export function compileFees(definition: FeeDefinition, scope: TypeScope): CompileFeesResult {
  const compiler = new FeeCompiler({ filing: filingScope, ...scope });
  compiler.whole(definition);
  const waivers = definition.waivers.map((waiver) => compiler.waiver(waiver));
  const lines = definition.lines.map((line) => compiler.line(line, waivers));
  const grounds = (definition.grounds ?? []).map((ground) => compiler.ground(ground, definition.lines));
  const { problems } = compiler;
  return problems.length > 0 ? { ok: false, problems } : { ok: true, fees: { definition, lines, grounds } };
}
