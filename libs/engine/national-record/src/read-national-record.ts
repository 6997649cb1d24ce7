import jsonc, { type Node } from 'jsonc-parser';
import { checkShape, type ShapeCheck } from './check-shape';
import type { LayThuTuc } from './lay-thu-tuc';
import { parseDocument } from './parse-document';
import { type FoundFault, type RecordFault, sayFaults } from './record-fault';
import { recordShape } from './record-shape';

export type ReadRecordResult =
  | {
      readonly ok: true;
      readonly content: LayThuTuc;
      /** How many texts came in decomposed Unicode and were composed (NFC); 0 for nearly every file. */
      readonly composedTexts: number;
    }
  | { readonly ok: false; readonly faults: readonly RecordFault[] };

/**
 * Reads a file in the national `LayThuTuc` shape. Either everything comes in as the file says it, or nothing does and every
 * fault is named with line, column, path and reason.
 *
 * @param bytes - the file as it was received
 */
export function readNationalRecord(bytes: Uint8Array): ReadRecordResult {
  const document = parseDocument(bytes);
  if (!document.ok) return document;
  const { root, text } = document;
  const wrong = wrongRoot(root);
  if (wrong) return { ok: false, faults: sayFaults(text, [{ code: wrong, offset: root.offset, path: [] }]) };
  const check: ShapeCheck = { faults: [], composed: [] };
  const content = checkShape(root, recordShape, [], check) as LayThuTuc;
  const faults = [...check.faults, ...(check.faults.length === 0 ? faultsBetween(root, content) : [])];
  if (faults.length > 0) return { ok: false, faults: sayFaults(text, faults) };
  return { ok: true, content, composedTexts: check.composed.length };
}

/** Two mistakes people really make: saving the whole answer of the service, or a list of procedures. */
function wrongRoot(root: Node): FoundFault['code'] | null {
  if (root.type === 'array') return 'list-of-records';
  const has = (name: string) => jsonc.findNodeAtLocation(root, [name]) !== undefined;
  return root.type === 'object' && has('result') && !has('MATTHC') ? 'wrapped-reply' : null;
}

/** Faults that show only between values. */
function faultsBetween(root: Node, content: LayThuTuc): FoundFault[] {
  const channels = content.CACHTHUCTHUCHIEN.map(({ KENH }, index) => ({
    said: KENH,
    path: ['CACHTHUCTHUCHIEN', index, 'KENH'],
  }));
  const components = content.THANHPHANHOSO.map(({ GIAYTO }, index) =>
    GIAYTO.flatMap(({ MAGIAYTO }, item) =>
      MAGIAYTO === '' ? [] : [{ said: MAGIAYTO, path: ['THANHPHANHOSO', index, 'GIAYTO', item, 'MAGIAYTO'] }],
    ),
  );
  return [
    ...repeated(root, 'channel-repeated', channels),
    ...components.flatMap((ofCase) => repeated(root, 'component-code-repeated', ofCase)),
  ];
}

function repeated(
  root: Node,
  code: FoundFault['code'],
  values: readonly { readonly said: string; readonly path: (string | number)[] }[],
): FoundFault[] {
  const seen = new Set<string>();
  return values.flatMap(({ said, path }) => {
    const again = seen.has(said);
    seen.add(said);
    const offset = jsonc.findNodeAtLocation(root, path)?.offset ?? 0;
    return again ? [{ code, offset, path, params: { said } }] : [];
  });
}
