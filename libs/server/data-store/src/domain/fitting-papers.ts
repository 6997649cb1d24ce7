import type { PaperKind } from '@mocua/contract';

/** Words in the Vietnamese name of a component that ask for a kind of paper. */
const words: Readonly<Partial<Record<PaperKind, RegExp>>> = {
  identity: /tùy thân|căn cước|hộ chiếu/iu,
  birth: /khai sinh/iu,
  'birth-proof': /chứng sinh/iu,
  marriage: /kết hôn|độc thân|tình trạng hôn nhân/iu,
  death: /chứng tử|báo tử/iu,
  guardianship: /giám hộ|nuôi dưỡng/iu,
  authorisation: /ủy quyền/iu,
  residence: /cư trú|chủ hộ/iu,
  disability: /xác nhận khuyết tật/iu,
  'poor-household': /hộ nghèo|hộ cận nghèo/iu,
  land: /\bđất\b|thửa đất|giấy chứng nhận$/iu,
  'practice-certificate': /chứng chỉ hành nghề/iu,
  degree: /văn bằng|bằng tốt nghiệp|bằng cấp/iu,
  medical: /y tế|y khoa|khám bệnh/iu,
  contract: /hợp đồng/iu,
  'copy-from-register': /sổ gốc/iu,
};

/** A proof of a relation may be any of these. */
const relation = /quan hệ|hộ tịch/iu;
const ofRelation: readonly PaperKind[] = ['birth', 'marriage', 'guardianship', 'copy-from-register'];

/** What a procedure issues that certifies copies; a component that asks for such a copy asks for the paper behind it. */
const certified = /bản sao (?:được )?chứng thực/iu;

/** The kind a name of a paper or of a result speaks of; `other` when it names none. */
export function kindOf(name: string): PaperKind {
  const text = name.normalize('NFC');
  return (Object.keys(words) as PaperKind[]).find((kind) => words[kind]?.test(text) === true) ?? 'other';
}

/** The kind of an issued result; a certified copy is one whatever paper it is a copy of. */
export function kindOfResult(name: string): PaperKind {
  return certified.test(name.normalize('NFC')) ? 'certified-copy' : kindOf(name);
}

/**
 * Whether a paper looks made for a component. It only sorts what is offered: the person chooses, the officer checks.
 *
 * @param component - code and Vietnamese name of the component
 */
export function fitsComponent(
  paper: { readonly kind: PaperKind; readonly title: string; readonly component: string | null },
  component: { readonly code: string; readonly name: string },
): boolean {
  const name = component.name.normalize('NFC');
  if (paper.component !== null && paper.component === component.code) return true;
  const kind = paper.kind === 'certified-copy' ? kindOf(paper.title) : paper.kind;
  if (words[kind]?.test(name) === true) return true;
  return relation.test(name) && ofRelation.includes(kind);
}
