import type { Node } from 'jsonc-parser';
import type { FaultCode, FaultParams, FoundFault } from './record-fault';
import { faultLimit } from './record-fault';
import type { Shape } from './record-shape';
import { anyText } from './text-rules';

type Path = readonly (string | number)[];

/** What the check has found so far, and how many texts were not in composed Unicode. */
export interface ShapeCheck {
  readonly faults: FoundFault[];
  /** Paths of texts that were composed (NFC) while reading. */
  readonly composed: Path[];
}

const typeWords: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  object: ['đối tượng {…}', 'an object {…}'],
  array: ['danh sách […]', 'a list […]'],
  list: ['danh sách […]', 'a list […]'],
  string: ['chuỗi trong ngoặc kép', 'a quoted text'],
  text: ['chuỗi trong ngoặc kép', 'a quoted text'],
  number: ['số không có ngoặc kép', 'a number without quotes'],
  boolean: ['true hoặc false', 'true or false'],
  null: ['null', 'null'],
};

/** Names that mean something to JavaScript objects; no honest file has them. */
const forbiddenFields = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Compares a JSON tree with a shape and builds the content. Only names of the shape are ever used as keys.
 *
 * @returns the content; meaningful only when no fault was added
 */
export function checkShape(node: Node, shape: Shape, path: Path, check: ShapeCheck): unknown {
  if (check.faults.length >= faultLimit) return null;
  switch (shape.kind) {
    case 'text':
      return node.type === 'string'
        ? checkText(node, shape, path, check)
        : wrongType(node, shape, path, check);
    case 'list':
      return node.type === 'array'
        ? (node.children ?? []).map((child, index) => checkShape(child, shape.of, [...path, index], check))
        : wrongType(node, shape, path, check);
    case 'object':
      return node.type === 'object'
        ? checkObject(node, shape, path, check)
        : wrongType(node, shape, path, check);
  }
}

function add(check: ShapeCheck, code: FaultCode, node: Node, path: Path, params: FaultParams = {}): void {
  check.faults.push({ code, offset: node.offset, path, params });
}

function wrongType(node: Node, shape: Shape, path: Path, check: ShapeCheck): null {
  const [vi = '', en = ''] = typeWords[shape.kind] ?? [];
  const [actualVi = '', actualEn = ''] = typeWords[node.type] ?? [];
  add(check, 'wrong-type', node, path, { vi, en, actualVi, actualEn });
  return null;
}

function checkText(node: Node, { rule }: Shape & { kind: 'text' }, path: Path, check: ShapeCheck): string {
  const raw = String(node.value);
  const broken = anyText(raw);
  const text = broken ? raw : raw.normalize('NFC');
  const fault = broken ?? rule?.(text) ?? null;
  if (fault) add(check, fault.code, node, path, fault.params);
  if (text !== raw) check.composed.push(path);
  return text;
}

function checkObject(
  node: Node,
  { fields }: Shape & { kind: 'object' },
  path: Path,
  check: ShapeCheck,
): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  const seen = new Set<string>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    const name = String(key?.value);
    const at = [...path, name];
    if (!key) continue;
    if (seen.has(name)) add(check, 'repeated-field', key, at, { field: name });
    seen.add(name);
    const field = fields.get(name);
    if (forbiddenFields.has(name)) add(check, 'forbidden-field', key, at, { field: name });
    else if (!field) add(check, 'unknown-field', key, at, { field: name });
    else if (value) content[name] = checkShape(value, field.shape, at, check);
  }
  for (const [name, { required }] of fields) {
    if (seen.has(name)) continue;
    if (required) add(check, 'missing-field', node, path, { field: name });
    else content[name] = '';
  }
  return content;
}
