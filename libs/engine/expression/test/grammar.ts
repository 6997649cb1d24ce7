import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

export interface Rules {
  readonly number: Text;
  readonly text: Text;
  readonly truth: Text;
  readonly date: Text;
  readonly duration: Text;
  readonly numbers: Text;
  readonly texts: Text;
  readonly context: Text;
}
export type Grammar = { readonly [name in keyof Rules | 'any']: string };

/** Text with arbitrary parts; a part that is given as a list is one of it. */
function t(texts: TemplateStringsArray, ...parts: readonly (Text | readonly string[])[]): Text {
  const chosen = parts.map((part) => (Array.isArray(part) ? fc.constantFrom(...part) : (part as Text)));
  return fc
    .tuple(...chosen)
    .map((values) => texts.reduce((whole, piece, at) => whole + piece + (values[at] ?? ''), ''));
}
const oneOf = (...texts: readonly string[]): Text => fc.constantFrom(...texts);

const roundings = ['decimal', 'round up', 'round down', 'round half up', 'round half down'];
const small = fc.integer({ min: 0, max: 9 }).map(String);
const some = fc.integer({ min: 1, max: 9 }).map(String);
const year = fc.integer({ min: 1990, max: 2030 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map(String);
const calendarDay = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `"${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}"`);

const range = fc
  .tuple(
    fc.constantFrom('[', '('),
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: 0, max: 6 }),
    fc.constantFrom(']', ')'),
  )
  .map(([open, low, width, close]) => `${open}${low}..${low + width}${close}`);

/** Two numbers or more, so that a second place exists. */
const pairOf = ({ number }: Rules): Text => t`[${number}, ${number}]`;

export function numberOptions(rules: Rules): Text[] {
  const { number, text, truth, date, duration, numbers, texts, context } = rules;
  return [
    fc.oneof(
      fc.integer({ min: 0, max: 30 }).map(String),
      oneOf(
        '0.5',
        '2.25',
        'n',
        'm',
        'half',
        'missing',
        'one.age',
        'people[1].age',
        'numbers[-1]',
        'numbers[9]',
      ),
    ),
    t`(${number} ${['+', '-', '*']} ${number})`,
    t`(${number} / ${['2', '4', '(-2)']})`,
    t`-(${number})`,
    t`(if ${truth} then ${number} else ${number})`,
    t`${['sum', 'min', 'max', 'count']}(${numbers})`,
    t`${['max', 'min', 'sum', 'product']}(${number}, ${number})`,
    t`mean(${pairOf(rules)})`,
    t`median([${small}, ${small}, ${small}])`,
    t`median([${small}, ${small}])`,
    t`string length(${text})`,
    t`count(${texts})`,
    t`(${date} - ${date}).days`,
    t`${date}${['.year', '.month', '.day', '.weekday']}`,
    t`${['day of year', 'week of year']}(${date})`,
    t`${duration}${['.days', '.months', '.years']}`,
    t`years and months duration(date(${year}, ${month}, 15), date(${year}, ${month}, 15)).${['years', 'months']}`,
    t`${['floor', 'ceiling', 'abs']}(${number})`,
    t`${roundings}((${number} / 4), 0)`,
    t`modulo(${number}, ${['2', '3', '4', '(-3)']})`,
    t`number(${['"12.5"', '"-3"', '"1 200"', '"abc"', 's']}, " ", ".")`,
    t`number(${['"1.200,75"', '"7"']}, ".", ",")`,
    t`${numbers}[${['1', '2', '-1', 'n']}]`,
    t`${context}.a`,
    t`get entries({a: ${number}, b: 2})[${['1', '2']}].value`,
    t`get value(${context}, ${['"a"', '"z"']})`,
  ];
}

export function textOptions(rules: Rules): Text[] {
  const { number, text, truth, date, duration, texts, numbers, context } = rules;
  return [
    oneOf(
      's',
      'v',
      'tên_người',
      '"abc"',
      '""',
      '"Cửa"',
      '"a\\"b"',
      '"\\u0041"',
      'one.name',
      'people[2].name',
      'people[3].name',
    ),
    t`(${text} + ${text})`,
    t`${['upper case', 'lower case']}(${text})`,
    t`(if ${truth} then ${text} else ${text})`,
    t`substring(${text}, ${['1', '2', '-1']})`,
    t`substring("đường sắt", ${['1', '2', '-3']}, ${['1', '2', '30']})`,
    t`substring before(${text}, ${text})`,
    t`substring after(${text}, ${text})`,
    t`string join(${texts}, ${['", "', '""', 'null', 's']})`,
    t`string join(${texts})`,
    t`string(${fc.oneof(truth, date, duration, text, numbers, texts, context)})`,
    t`string(${number})`,
    // A tenth is not the same number in both engines, but it is written the same.
    t`string(${[...roundings, 'floor', 'ceiling']}((${number} / 4), 1))`,
    t`${['day of week', 'month of year']}(${date})`,
    t`${texts}[${['1', '-1', '7']}]`,
  ];
}

export function truthOptions(rules: Rules): Text[] {
  return [...logic(rules), ...membership(rules), ...quantified(rules), ...relations(rules)];
}

function logic(rules: Rules): Text[] {
  const { number, text, truth, date, duration, numbers, context } = rules;
  const pair = pairOf(rules);
  return [
    oneOf('yes', 'no', 'true', 'false', 'null = null', 'missing = 1'),
    t`(${truth} ${['and', 'or']} ${truth})`,
    t`${truth} ${['and', 'or']} ${truth} ${['and', 'or']} ${truth}`,
    t`not(${truth})`,
    t`(if ${truth} then ${truth} else ${truth})`,
    t`(${number} ${['=', '!=', '<', '<=', '>', '>=']} ${number})`,
    t`(${text} ${['=', '!=', '<', '>=']} ${text})`,
    t`(${date} ${['=', '!=', '<', '>=']} ${date})`,
    t`((${date} - ${date}) ${['=', '!=', '<', '>=']} @"P${small}D")`,
    t`(@"P${small}Y" = @"P${['12', '24', '7']}M")`,
    t`(${duration} ${['=', '!=']} null)`,
    t`(@"P${small}D" ${['<', '<=', '>']} @"P${small}D")`,
    t`(@"P${small}Y" ${['<', '>=']} @"P${small}M")`,
    t`(${fc.oneof(number, text, numbers)} ${['=', '!=']} null)`,
    t`(${pair} ${['=', '!=']} ${pair})`,
    t`(append(numbers, ${number}) = append(numbers, ${number}))`,
    t`(${context} = ${context})`,
  ];
}

function membership({ number, text, date, numbers }: Rules): Text[] {
  return [
    t`(${number} in ${range})`,
    t`(${number} in [1, 2, ${number}])`,
    t`(${number} in (< ${['3', '0']}, ${range}))`,
    t`(${number} in ${['>= 2', '< n', '> half']})`,
    t`(${number} between ${['0 and 5', '-3 and half', 'm and n']})`,
    t`(${text} in ("abc", "Cửa", ${text}))`,
    t`("b" in ["a".."${['a', 'b', 'c']}"])`,
    t`(${text} between "a" and "z")`,
    t`(${date} in [@"1989-12-31"..@${calendarDay}])`,
    t`(${date} between @"2000-01-01" and @"2020-01-01")`,
    t`(@"P${small}M" in [@"P2M"..@"P1Y"])`,
    t`${['contains', 'starts with', 'ends with']}(${text}, ${text})`,
    t`list contains(${numbers}, ${number})`,
  ];
}

function quantified({ number, truth, numbers, texts }: Rules): Text[] {
  return [
    t`(${['some', 'every']} x in ${numbers} satisfies ((x > ${number}) = true))`,
    t`(${['some', 'every']} p in people satisfies ((p.age > ${number}) = true))`,
    t`(${['some', 'every']} i in 1..${some} satisfies i * 2 > 5)`,
    t`(${['some', 'every']} w in ${texts} satisfies ((w = "a") = true))`,
    t`(${['some', 'every']} x in [1, 2], y in [x, 3] satisfies ((x + y > ${number}) = true))`,
    t`${['all', 'any']}([${truth}, ${truth}])`,
    t`${['all', 'any']}(${truth}, ${truth})`,
    t`${['odd', 'even']}(${number})`,
  ];
}

function relations({ date }: Rules): Text[] {
  return [
    t`${['before', 'after', 'overlaps']}(${range}, ${range})`,
    t`${['before', 'after']}(${small}, ${range})`,
    t`${['before', 'after']}(${small}, ${small})`,
    t`${['before', 'after']}(${date}, ${date})`,
    t`${['meets', 'met by']}(${range}, ${range})`,
    t`includes(${range}, ${small})`,
  ];
}

export function dateOptions({ date, truth, duration }: Rules): Text[] {
  return [
    t`date(${calendarDay})`,
    t`@${calendarDay}`,
    t`date(20${['01', '24']}, ${['1', '2', '12']}, ${['1', '28']})`,
    t`(${date} ${['+', '-']} duration("${['P1D', 'P40D', 'P1M', 'P18Y', 'P1Y2M']}"))`,
    t`(@"P${small}D" + ${date})`,
    t`(${date} + ${duration})`,
    t`(if ${truth} then ${date} else ${date})`,
    t`date(${date})`,
  ];
}

export function durationOptions({ duration, date, truth }: Rules): Text[] {
  return [
    t`duration("${['P1D', 'P40D', 'P1M', 'P18Y', 'P1Y2M', '-P3D', '-P5M']}")`,
    t`@"P${small}${['D', 'M', 'Y']}"`,
    t`(@"P${small}D" ${['+', '-']} @"P${small}D")`,
    t`(@"P${small}Y" ${['+', '-']} @"P${small}M")`,
    t`(${date} - ${date})`,
    t`(if ${truth} then ${duration} else ${duration})`,
    t`abs(${duration})`,
  ];
}

export function listOptions(rules: Rules): { readonly numbers: Text[]; readonly texts: Text[] } {
  const { number, text, truth, numbers, texts } = rules;
  const numberLists = [
    oneOf('numbers', 'mixed', 'empty', 'people.age'),
    pairOf(rules),
    t`${numbers}[item ${['>', '<=']} ${number}]`,
    t`${numbers}[item = ${small}]`,
    t`${numbers}[item > ${number} and item < 9]`,
    t`append(${numbers}, ${number})`,
    t`concatenate(${numbers}, ${numbers})`,
    t`union(${numbers}, ${numbers})`,
    t`${['distinct values', 'reverse']}(${numbers})`,
    t`flatten([${numbers}, [[${number}]], ${number}])`,
    t`insert before(${pairOf(rules)}, ${['1', '2']}, ${number})`,
    t`remove(${pairOf(rules)}, ${['1', '2']})`,
    t`list replace(${pairOf(rules)}, ${['1', '2']}, ${number})`,
    t`sublist(${numbers}, ${['1', '2', '7']})`,
    t`sublist(${numbers}, ${['1', '2']}, ${['1', '2', '9']})`,
    t`index of(${numbers}, ${number})`,
    t`mode([${small}, ${small}, ${small}, ${small}])`,
    t`(for x in ${numbers} return x * ${number})`,
    t`(for i in 1..${some} return i + ${number})`,
    t`(for i in ${some}..1 return i)`,
    t`(for x in [1, 2], y in [x, ${number}] return x + y)`,
    t`people[age > ${number}].age`,
    t`(if ${truth} then ${numbers} else ${numbers})`,
  ];
  const textLists = [
    oneOf('words', 'people.name', 'people[age > 18].name', '["a"]'),
    t`[${text}, ${text}]`,
    t`${texts}[item = ${['"a"', 's', '"An"']}]`,
    t`append(${texts}, ${text})`,
    t`(for w in ${texts} return upper case(w))`,
    t`${['distinct values', 'reverse']}(${texts})`,
  ];
  return { numbers: numberLists, texts: textLists };
}

export function contextOptions({ number, text, context }: Rules): Text[] {
  return [
    t`{a: ${number}}`,
    t`{a: ${number}, "tên": ${text}}`,
    t`{a: ${number}, b: a + 1}`,
    t`{a: ${number}, b: ${context}}`,
    t`context put({a: 1, c: 2}, ${['"a"', '"d"']}, ${number})`,
    t`context merge([{a: 1, c: 2}, ${context}])`,
  ];
}
