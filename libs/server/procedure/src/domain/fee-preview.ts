import type { Answers, FeePreview, Localized } from '@mocua/contract';
import { amountText, computeFees, type FeeLineQuote, type FilingFacts } from '@mocua/engine/fees';
import type { CatalogueEntry } from './catalogue-entry';
import type { PublishedProcedure } from './procedure-package';

const filingLabels: Readonly<Record<string, Localized>> = {
  'filing.channel': { vi: 'Cách nộp hồ sơ', en: 'How it is filed' },
  'filing.identityLevel': { vi: 'Mức độ tài khoản định danh', en: 'Level of the e-identity' },
  'filing.isOrganisation': { vi: 'Nộp cho cá nhân hay tổ chức', en: 'For a person or an organisation' },
};

/** What a filing would cost, with the questions that are still open named as the form names them. */
export function feePreviewOf(
  procedure: Pick<PublishedProcedure, 'entry' | 'form' | 'fees' | 'compiledFees'>,
  answers: Answers,
  facts: FilingFacts,
): FeePreview {
  const { entry, fees, compiledFees } = procedure;
  if (!fees || !compiledFees) return onlyStated(entry);
  const { lines, total, missing, free } = computeFees(compiledFees, answers, facts);
  const waivers = fees.waivers.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= facts.date && (effectiveTo === null || facts.date <= effectiveTo),
  );
  return {
    stated: entry.fee,
    computed: true,
    lines: lines.map(toView),
    total: { amount: total.amount, least: total.least, most: total.most, text: amountText(total) },
    missing: missing.map((name) => ({ name, label: labelOf(procedure, name) })),
    waivers: waivers.map(({ code, name, source }) => ({ code, name, source: { ...source } })),
    free: free && { ...free },
  };
}

/** A version without a schedule: what the catalogue states, which may be that it costs nothing. */
function onlyStated({ fee, feeAmount, feeSource }: CatalogueEntry): FeePreview {
  const isFree = feeAmount === 0;
  const amount = { amount: isFree ? 0 : null, least: 0, most: isFree ? 0 : null };
  const { citation, verified } = feeSource;
  return {
    stated: fee,
    computed: false,
    lines: [],
    total: { ...amount, text: amountText(amount) },
    missing: [],
    waivers: [],
    free: isFree ? { citation, verified } : null,
  };
}

function toView(line: FeeLineQuote): FeePreview['lines'][number] {
  const { code, kind, name, timing, state, amount, least, most, explanation, source } = line;
  return { code, kind, name, timing, state, amount, least, most, explanation, source: { ...source } };
}

function labelOf({ form }: Pick<PublishedProcedure, 'form'>, name: string): Localized {
  const filing = filingLabels[name];
  if (filing) return filing;
  const [id] = name.split('.');
  const sections = form.pages.flatMap((page) => page.sections);
  const field = sections.flatMap((section) => section.fields).find((each) => each.id === id);
  return field?.label ?? sections.find((section) => section.id === id)?.title ?? { vi: name, en: name };
}
