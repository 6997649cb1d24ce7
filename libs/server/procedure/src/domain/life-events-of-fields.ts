import type { LifeEvent } from '@mocua/contract';

/** A national record names no event of life; its field does, as far as everything in the field belongs to one. */
const eventsOfField: ReadonlyMap<string, readonly LifeEvent[]> = new Map([
  ['đất đai', ['land-and-house']],
  ['đăng ký biện pháp bảo đảm', ['land-and-house', 'borrowing']],
  ['nhà ở và công sở', ['land-and-house']],
  ['hoạt động xây dựng', ['land-and-house']],
  ['bảo trợ xã hội', ['living-with-a-disability']],
  ['việc làm', ['finding-work']],
  ['giáo dục và đào tạo', ['studying']],
  ['chứng thực', ['lost-papers']],
  ['bảo hiểm y tế', ['health']],
  ['đăng ký, quản lý cư trú', ['residence']],
  ['thành lập và hoạt động của hộ kinh doanh', ['starting-a-business']],
  ['thành lập và hoạt động của doanh nghiệp', ['starting-a-business']],
]);

/** Events of life of a procedure that declares none. */
export function lifeEventsOfFields(fields: readonly string[]): readonly LifeEvent[] {
  const found = fields.flatMap(
    (field) => eventsOfField.get(field.normalize('NFC').trim().toLowerCase()) ?? [],
  );
  return [...new Set(found)];
}
