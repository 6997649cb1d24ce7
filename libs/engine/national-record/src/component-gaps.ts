import { type Gap, isBlank, missing } from './gap';
import type { GapKind } from './gap-words';
import type { NationalRecord, RecordComponent } from './national-record';
import { numbered } from './places';
import { placedComponents } from './walk';

/** What is unclear about papers and cases. */
export function componentGaps(record: NationalRecord): Gap[] {
  const components = placedComponents(record);
  return [
    ...missing('components-missing', components.length === 0),
    ...caseGaps(record),
    ...components.flatMap(({ item, place }) => componentKinds(item).map((kind): Gap => ({ kind, place }))),
  ];
}

function caseGaps({ cases, casesTogether }: NationalRecord): Gap[] {
  const unnamed = cases.flatMap(({ name }, index): Gap[] =>
    cases.length > 1 && isBlank(name) ? [{ kind: 'case-unnamed', place: numbered('case', index) }] : [],
  );
  return [...missing('cases-unclear', casesTogether === 'unclear'), ...unnamed];
}

/** Papers that are forms to fill in, by their first word. */
const isForm = /^\s*(?:đơn|tờ khai|phiếu|giấy đề nghị|bản khai|mẫu)\b|theo mẫu/iu;
/** How real records say that a paper is not always needed. */
const isConditional = /nếu |đối với |trường hợp|khi có|tùy /iu;

function componentKinds(component: RecordComponent): GapKind[] {
  const { code, name, formName, formSaid, formUrl } = component;
  const kinds: GapKind[] = [];
  if (isBlank(code)) kinds.push('component-code-missing');
  if (isBlank(name)) kinds.push('component-unnamed');
  if (isForm.test(name) && isBlank(formName)) kinds.push('form-name-missing');
  if (!isBlank(formName) && isBlank(formSaid)) kinds.push('form-file-missing');
  if (!isBlank(formSaid) && formUrl === null) kinds.push('form-not-link');
  if (isConditional.test(name)) kinds.push('component-condition');
  if (/ hoặc /iu.test(name)) kinds.push('component-alternatives');
  return [...kinds, ...copyKinds(component)];
}

function copyKinds({ originals, copies }: RecordComponent): GapKind[] {
  if (isBlank(originals) && isBlank(copies)) return ['copies-missing'];
  const inWords = [originals, copies].some((said) => !isBlank(said) && !/^\s*\d+\s*$/u.test(said));
  return inWords ? ['copies-in-words'] : [];
}
