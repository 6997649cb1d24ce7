/** The static type of a value. Every type admits null; `any` is known only at run time. */
export type FeelType =
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'duration'
  /** An interval; only functions of intervals and iterations take one. */
  | 'range'
  | 'null'
  | 'any'
  /** A text that is one of a few, for example the answer to a question with options. */
  | { readonly kind: 'text'; readonly oneOf: readonly string[] }
  | { readonly kind: 'list'; readonly of: FeelType }
  | { readonly kind: 'context'; readonly fields: Readonly<Record<string, FeelType>> };

/** The names an expression may use, with their types. */
export type TypeScope = Readonly<Record<string, FeelType>>;

export type TypeWord = Exclude<FeelType, object> | 'list' | 'context';

export function typeWord(type: FeelType): TypeWord {
  if (typeof type === 'string') return type;
  return type.kind === 'text' ? 'string' : type.kind;
}

/** The type without what is known about single texts. */
export function widened(type: FeelType): FeelType {
  if (typeof type === 'string') return type;
  if (type.kind === 'text') return 'string';
  if (type.kind === 'list') return { kind: 'list', of: widened(type.of) };
  const fields = Object.entries(type.fields).map(([name, field]) => [name, widened(field)] as const);
  return { kind: 'context', fields: Object.fromEntries(fields) };
}

const words: Readonly<Record<TypeWord, readonly [vi: string, en: string]>> = {
  number: ['số', 'a number'],
  string: ['chữ', 'a text'],
  boolean: ['đúng hoặc sai', 'true or false'],
  date: ['ngày', 'a date'],
  duration: ['khoảng thời gian', 'a duration'],
  range: ['khoảng giá trị', 'a range'],
  null: ['giá trị trống', 'nothing'],
  any: ['giá trị bất kỳ', 'anything'],
  list: ['danh sách', 'a list'],
  context: ['nhóm dữ liệu', 'a group of values'],
};

function wordOf(type: FeelType | TypeWord): TypeWord {
  return type === 'list' || type === 'context' ? type : typeWord(type);
}

export function nameOfType(type: FeelType | TypeWord): { readonly vi: string; readonly en: string } {
  const [vi, en] = words[wordOf(type)];
  return { vi, en };
}

/** Whether a value of one type can be used where the other is needed. */
export function fits(actual: FeelType, needed: FeelType | TypeWord): boolean {
  const a = typeWord(actual);
  const n = wordOf(needed);
  return a === 'any' || n === 'any' || a === 'null' || a === n;
}

/** How many parts the type of one value may have, written out. */
const LARGEST_TYPE = 2_000;
const sizes = new WeakMap<object, number>();

/**
 * The type, or `any` when it is too large to look through: `{a: {p: 1, q: 1}, b: {p: a, q: a}, …}` doubles with every
 * entry. Every list and context type that is made goes through here.
 */
export function bounded(type: FeelType): FeelType {
  return sizeOf(type) > LARGEST_TYPE ? 'any' : type;
}

function sizeOf(type: FeelType): number {
  if (typeof type === 'string' || type.kind === 'text') return 1;
  const known = sizes.get(type);
  if (known !== undefined) return known;
  const parts = type.kind === 'list' ? [type.of] : Object.values(type.fields);
  const size = parts.reduce((sum, part) => sum + sizeOf(part), 1);
  sizes.set(type, size);
  return size;
}

/** The narrowest type that holds both. */
export function commonType(left: FeelType, right: FeelType): FeelType {
  if (left === 'null') return right;
  if (right === 'null') return left;
  const word = typeWord(left);
  if (word === 'string' && typeWord(right) === 'string') return eitherText(left, right);
  if (typeof left === 'string' || typeof right === 'string') return left === right ? left : 'any';
  if (left.kind === 'list' && right.kind === 'list')
    return { kind: 'list', of: commonType(left.of, right.of) };
  if (left.kind === 'context' && right.kind === 'context') {
    const fields: Record<string, FeelType> = {};
    for (const name of Object.keys(left.fields)) {
      const mine = left.fields[name];
      const other = Object.hasOwn(right.fields, name) ? right.fields[name] : undefined;
      if (mine !== undefined && other !== undefined) fields[name] = commonType(mine, other);
    }
    return { kind: 'context', fields };
  }
  return 'any';
}

/** Beyond so many, one more option tells an author nothing. */
const MOST_OPTIONS = 64;

function eitherText(left: FeelType, right: FeelType): FeelType {
  if (typeof left === 'string' || typeof right === 'string') return 'string';
  if (left.kind !== 'text' || right.kind !== 'text') return 'string';
  const oneOf = [...new Set([...left.oneOf, ...right.oneOf])];
  return oneOf.length > MOST_OPTIONS ? 'string' : { kind: 'text', oneOf };
}
