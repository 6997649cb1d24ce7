import type { Localized } from '@mocua/contract';
import type { ModelProblem, ModelProblemCode } from './process-model';

type Texts = Readonly<Record<ModelProblemCode, readonly [vi: string, en: string]>>;

const texts: Texts = {
  'xml.malformed': [
    'Không đọc được tệp BPMN: {detail}. Hãy mở lại bằng trình vẽ quy trình và lưu lại.',
    'The BPMN file cannot be read: {detail}. Open it in a modeler and save it again.',
  ],
  'process.missing': [
    'Tệp không có quy trình nào. Hãy vẽ một quy trình.',
    'The file holds no process. Draw one.',
  ],
  'process.several': [
    'Tệp có nhiều quy trình. Hãy để mỗi quy trình trong một tệp.',
    'The file holds several processes. Keep one process per file.',
  ],
  'element.unsupported': [
    'Phần tử “{detail}” không dùng được trong quy trình chạy tự động. Hãy thay bằng phần tử được hỗ trợ.',
    'The element "{detail}" is outside the executable subset. Replace it by a supported one.',
  ],
  'element.not-drawn': [
    'Phần tử chưa có vị trí trên sơ đồ. Hãy vẽ phần tử này.',
    'The element has no place in the drawing. Draw it.',
  ],
  'start.not-one': ['Quy trình phải có đúng một điểm bắt đầu.', 'A process needs exactly one start event.'],
  'start.incoming': ['Không được nối luồng vào điểm bắt đầu.', 'No flow may lead into the start event.'],
  'end.missing': ['Quy trình chưa có điểm kết thúc.', 'The process has no end event.'],
  'end.outgoing': ['Không được nối luồng ra từ điểm kết thúc.', 'No flow may leave an end event.'],
  'end.outcome-missing': [
    'Điểm kết thúc phải ghi mocua:outcome là positive hoặc negative.',
    'An end event needs mocua:outcome, positive or negative.',
  ],
  'task.name-missing': [
    'Bước phải có tên tiếng Việt (name) và tiếng Anh (mocua:nameEn).',
    'A task needs a Vietnamese name (name) and an English one (mocua:nameEn).',
  ],
  'task.role-unknown': [
    'Vai trò “{detail}” không có. Hãy ghi mocua:role của người làm bước này.',
    'There is no role "{detail}". Set mocua:role to the role that does this task.',
  ],
  'task.step-unknown': [
    'Loại bước “{detail}” không có. Hãy ghi mocua:step.',
    'There is no step "{detail}". Set mocua:step.',
  ],
  'task.form-missing': ['Bước chưa ghi mocua:form.', 'The task has no mocua:form.'],
  'task.outcomes-missing': [
    'Bước phải ghi mocua:outcomes: các mã khác nhau, cách nhau bằng dấu phẩy.',
    'The task needs mocua:outcomes: different codes, separated by commas.',
  ],
  'task.request-unknown': [
    'mocua:requests chỉ ghi được “pause:” và mã căn cứ tạm dừng, không phải “{detail}”.',
    'mocua:requests may only say "pause:" and the name of a ground, not "{detail}".',
  ],
  'task.system-unknown': [
    'mocua:system là mã của hệ thống chuyên ngành: chữ thường, số và gạch nối, không phải “{detail}”.',
    'mocua:system is the code of a sector system: small letters, digits and hyphens, not "{detail}".',
  ],
  'node.no-outgoing': [
    'Phần tử chưa nối đi đâu. Hãy nối tới bước tiếp theo.',
    'Nothing follows this element. Connect it to the next step.',
  ],
  'node.several-outgoing': [
    'Chỉ cổng rẽ nhánh mới được có nhiều luồng ra. Hãy thêm một cổng.',
    'Only a gateway may have several outgoing flows. Add a gateway.',
  ],
  'node.unreachable': [
    'Không có đường nào từ điểm bắt đầu tới phần tử này.',
    'No path leads from the start event to this element.',
  ],
  'node.no-way-out': [
    'Từ phần tử này không tới được điểm kết thúc nào.',
    'No end event can be reached from this element.',
  ],
  'flow.dangling': [
    'Luồng phải nối hai phần tử của cùng quy trình.',
    'A flow must connect two elements of the process.',
  ],
  'flow.condition-not-allowed': [
    'Chỉ luồng ra khỏi cổng loại trừ, và không phải luồng mặc định, mới được có điều kiện.',
    'Only a flow that leaves an exclusive gateway and is not its default may have a condition.',
  ],
  'gateway.default-missing': [
    'Cổng loại trừ rẽ nhánh phải có luồng mặc định.',
    'An exclusive gateway that splits needs a default flow.',
  ],
  'gateway.condition-missing': [
    'Luồng này phải có điều kiện, vì không phải luồng mặc định.',
    'This flow needs a condition, because it is not the default.',
  ],
  'gateway.condition-invalid': [
    'Điều kiện không đọc được: {detail}',
    'The condition cannot be read: {detail}',
  ],
  'gateway.pointless': [
    'Cổng này không rẽ cũng không gộp nhánh. Hãy bỏ đi.',
    'This gateway neither splits nor merges. Remove it.',
  ],
  'parallel.mixed': [
    'Cổng song song chỉ được hoặc tách, hoặc gộp. Hãy dùng hai cổng.',
    'A parallel gateway may split or join, not both. Use two gateways.',
  ],
  'parallel.unbalanced': [
    'Các nhánh song song phải cùng gộp ở đúng một cổng, mỗi nhánh bằng một luồng.',
    'Parallel branches must all join at one gateway, each by exactly one flow.',
  ],
  'parallel.end-inside': [
    'Trong nhánh song song chỉ được dùng điểm kết thúc toàn bộ (terminate).',
    'Inside a parallel branch only a terminate end event is allowed.',
  ],
  'parallel.entered-from-outside': [
    'Không được nối từ ngoài vào giữa khối song song.',
    'No flow may lead from outside into a parallel block.',
  ],
  'loop.without-task': [
    'Vòng lặp này không có bước nào của người, nên sẽ không bao giờ dừng.',
    'This loop holds no user task, so it would never rest.',
  ],
};

/** Builds a problem with its texts in both languages. */
export function modelProblem(
  code: ModelProblemCode,
  elementId: string,
  detail: string | Localized = '',
): ModelProblem {
  const [vi, en] = texts[code];
  const words = typeof detail === 'string' ? { vi: detail, en: detail } : detail;
  // A function as replacement: a detail may hold `$`, which a replacement text would read as a pattern.
  const message = { vi: vi.replace('{detail}', () => words.vi), en: en.replace('{detail}', () => words.en) };
  return { code, elementId, message };
}
