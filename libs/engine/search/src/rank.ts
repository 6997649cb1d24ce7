import { type Answer, type Answers, answersTo } from './answers';
import { hasTones, inDoubt, type QueryWord, type ReadQuery } from './read-query';
import type { Reading } from './readings';
import { type SearchIndex, textKinds, type WordedText } from './search-index';

/** A document that was found. */
export interface Found {
  readonly document: number;
  readonly score: number;
}

/** What the whole query is worth at best, and what each document has of it; good until the next query adds up. */
interface Points {
  readonly most: number;
  readonly best: number;
  readonly scores: Float32Array;
  /** Documents that have something of it. */
  readonly touched: Uint32Array;
}

/** Postings one query may read. Common words have thousands; a query made of them only gets less forgiving. */
const mostPostings = 300_000;
const unknownWord = 0.6;
const initialsRarity = 0.9;
const enoughAsTyped = 0.85;
const keptForOrder = 100;
const leastOfBest = 0.4;
const leastOfQuery = 0.35;
/** Shares of the score: words there, words side by side, how much of a text is meant, tones as typed. */
const shares = { words: 1, pairs: 0.5, whole: 0.5, tones: 0.15 } as const;

export interface Ranking {
  /** Best first. */
  readonly first: readonly Found[];
  /** Worse than all of these, in no order and not made into objects: most queries never show them. */
  readonly rest: Uint32Array;
  scoreOf(document: number): number;
  /** The words of the query with the readings that were used. */
  readonly words: readonly QueryWord[];
}

/**
 * Documents for a query, best first. Equal scores keep the order of the documents. A word that exists may still be a slip for
 * another one, but that is looked into only when nothing has the words as they were typed.
 */
export function rank(index: SearchIndex, query: ReadQuery): Ranking {
  const asTyped = addUp(index, query.words);
  const settled = asTyped.best >= enoughAsTyped * asTyped.most;
  const words = settled ? query.words : inDoubt(index, query.words);
  const points = settled ? asTyped : addUp(index, words);
  const least = Math.max(points.best * leastOfBest, points.most * leastOfQuery);
  const worth = points.most || 1;
  const scoreOf = (document: number): number => (points.scores[document] ?? 0) / worth;
  const coded = [...query.codes].map(([document, quality]) => ({ document, score: 10 * quality }));
  const found = atLeast(points, least, query.codes);
  const [first, rest] = mostPromising(found, scoreOf);
  const judge = judgeFor(index, words);
  const ordered = first.map(({ document, score }) => ({ document, score: judge(document, score) }));
  return { first: [...coded.sort(byScore), ...ordered.sort(byScore)], rest, scoreOf, words };
}

/** Steps into which scores are counted to find the best without sorting. */
const finest = 1024;

export const byScore = (a: Found, b: Found): number => b.score - a.score || a.document - b.document;

/** Cuts off the best ones without sorting them all. */
function mostPromising(
  found: Uint32Array,
  scoreOf: (document: number) => number,
): [first: Found[], rest: Uint32Array] {
  const asFound = (documents: Uint32Array): Found[] =>
    Array.from(documents, (document) => ({ document, score: scoreOf(document) }));
  if (found.length <= keptForOrder) return [asFound(found), new Uint32Array()];
  const many = new Uint32Array(finest + 1);
  const steps = Uint16Array.from(found, (document) =>
    Math.min(finest, Math.floor(scoreOf(document) * finest)),
  );
  for (const step of steps) many[step] = (many[step] ?? 0) + 1;
  let from = finest;
  for (let enough = many[from] ?? 0; enough < keptForOrder && from > 0; enough += many[from] ?? 0) from -= 1;
  const first = asFound(found.filter((_, at) => (steps[at] ?? 0) >= from)).sort(byScore);
  const cutOff = first.splice(keptForOrder * 1.5).map(({ document }) => document);
  const below = found.filter((_, at) => (steps[at] ?? 0) < from);
  return [first, cutOff.length === 0 ? below : Uint32Array.from([...below, ...cutOff])];
}

/** Documents with so many points; those named by their code have their own place. */
function atLeast(
  { touched, scores }: Points,
  least: number,
  codes: ReadonlyMap<number, number>,
): Uint32Array {
  const found = new Uint32Array(touched.length);
  let count = 0;
  for (let at = 0; at < touched.length; at += 1) {
    const document = touched[at] ?? 0;
    if ((scores[document] ?? 0) >= least && !codes.has(document)) found[count++] = document;
  }
  return found.subarray(0, count);
}

/** The best reading of each word in each document, added up. */
function addUp(index: SearchIndex, words: readonly QueryWord[]): Points {
  const { from } = index;
  const sums = emptySums(index);
  const { scores, ofWord, reached } = sums;
  let postings = 0;
  let most = 0;
  for (const word of words) {
    let reachedCount = 0;
    let worth = 0;
    const rare = rarityOf(index, word);
    for (const reading of word.readings) {
      const begin = from[reading.word] ?? 0;
      const end = from[reading.word + 1] ?? 0;
      if (postings + end - begin > mostPostings) continue;
      postings += end - begin;
      const points = pointsOf(index, reading, rare);
      if (points > worth) worth = points;
      reachedCount = raise(index, { begin, end, points }, sums, reachedCount);
    }
    for (const [document, quality] of word.initials) {
      const there = quality * initialsRarity;
      worth = Math.max(worth, there);
      if (ofWord[document] === 0) reached[reachedCount++] = document;
      if (there > (ofWord[document] ?? 0)) ofWord[document] = there;
    }
    most += word.weight * (worth > 0 ? worth : unknownWord);
    addWord(sums, word.weight, reachedCount);
  }
  const touched = sums.touched.subarray(0, sums.touchedCount);
  let best = 0;
  for (let at = 0; at < touched.length; at += 1) best = Math.max(best, scores[touched[at] ?? 0] ?? 0);
  return { most, best, scores, touched };
}

/** Raises what documents have of one word by the postings of one reading; how many have something then. */
function raise(
  { inDocument, weightThere }: SearchIndex,
  { begin, end, points }: { readonly begin: number; readonly end: number; readonly points: number },
  { ofWord, reached }: Sums,
  reachedCount: number,
): number {
  let count = reachedCount;
  for (let at = begin; at < end; at += 1) {
    const document = inDocument[at] ?? 0;
    const there = points * (weightThere[at] ?? 0);
    const before = ofWord[document] ?? 0;
    if (there <= before) continue;
    if (before === 0) reached[count++] = document;
    ofWord[document] = there;
  }
  return count;
}

/** What is being added up, by document. */
interface Sums {
  readonly scores: Float32Array;
  readonly touched: Uint32Array;
  touchedCount: number;
  /** What the documents have of one word, and which of them have something; empty between two words. */
  readonly ofWord: Float32Array;
  readonly reached: Uint32Array;
}

const sumsOf = new WeakMap<SearchIndex, Sums>();

/**
 * Room to add up in, the same for each query of an index: new lists as long as the catalogue for every query are what makes
 * the collector of garbage stop one query in fifty.
 */
function emptySums(index: SearchIndex): Sums {
  const used = sumsOf.get(index);
  if (used) {
    for (let at = 0; at < used.touchedCount; at += 1) used.scores[used.touched[at] ?? 0] = 0;
    used.touchedCount = 0;
    return used;
  }
  const { length } = index.documents;
  const made: Sums = {
    scores: new Float32Array(length),
    touched: new Uint32Array(length),
    touchedCount: 0,
    ofWord: new Float32Array(length),
    reached: new Uint32Array(length),
  };
  sumsOf.set(index, made);
  return made;
}

function addWord(sums: Sums, weight: number, reachedCount: number): void {
  const { scores, touched, ofWord, reached } = sums;
  for (let at = 0; at < reachedCount; at += 1) {
    const document = reached[at] ?? 0;
    const before = scores[document] ?? 0;
    if (before === 0) touched[sums.touchedCount++] = document;
    scores[document] = before + weight * (ofWord[document] ?? 0);
    ofWord[document] = 0;
  }
}

/** How rare a word is that is still being typed nobody can tell. */
function pointsOf({ rarity }: SearchIndex, { word, quality, kind }: Reading, rare: number): number {
  return quality * (kind === 'beginning' ? rare : Math.min(rarity[word] ?? 0, rare));
}

/** What a word tells at best. A slip must not be worth more because it would lead to a rarer word than another reading. */
function rarityOf({ rarity }: SearchIndex, { readings }: QueryWord): number {
  const best = readings[0]?.quality ?? 0;
  let least = 1;
  for (const { word, quality } of readings) {
    if (quality >= best - slightlyWorse) least = Math.min(least, rarity[word] ?? 1);
  }
  return least;
}
const slightlyWorse = 0.15;

/** Judges how well a document fits, from the order of its words. */
function judgeFor(
  index: SearchIndex,
  words: readonly QueryWord[],
): (document: number, points: number) => number {
  const answers = numbered(index, answersTo(words));
  const weights = words.map(
    (word) => word.weight * Math.max(0.1, (word.readings[0]?.quality ?? 0) * rarityOf(index, word)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const pairWeights = weights.slice(1).map((weight, at) => Math.sqrt(weight * (weights[at] ?? 0)));
  const pairTotal = pairWeights.reduce((sum, weight) => sum + weight, 0) || 1;
  const toned = words.map(({ typed }) => (hasTones(typed) ? typed.key : null));
  const tonedTotal = weights.reduce((sum, weight, at) => sum + (toned[at] == null ? 0 : weight), 0);
  const measure: Measure = { answers, weights, total, toned, rarity: index.rarity };
  const got = new Float64Array(words.length);
  const pairs = new Float64Array(words.length);
  const tones = new Float64Array(words.length);
  return (document, points) => {
    pairs.fill(0);
    tones.fill(0);
    let whole = 0;
    for (const text of index.documents[document]?.texts ?? []) {
      whole = Math.max(whole, readText(text, measure, { got: got.fill(0), pairs, tones }));
    }
    let side = 0;
    let spoken = 0;
    for (let at = 0; at < words.length; at += 1) {
      side += (pairWeights[at] ?? 0) * (pairs[at] ?? 0);
      spoken += (weights[at] ?? 0) * (tones[at] ?? 0);
    }
    return (
      shares.words * points +
      shares.pairs * (side / pairTotal) +
      shares.whole * whole +
      shares.tones * (spoken / (tonedTotal || 1))
    );
  };
}

/** Answers by the number that a word of the vocabulary has here; 0 for the most, which answer nothing. */
interface NumberedAnswers {
  readonly numberOf: Uint16Array;
  readonly answers: readonly (readonly Answer[])[];
}

/** A text has many words and few that answer: finding these out must cost less than a look into a map. */
function numbered({ vocabulary }: SearchIndex, given: Answers): NumberedAnswers {
  const numberOf = new Uint16Array(vocabulary.words.length);
  const answers: (readonly Answer[])[] = [[]];
  for (const [word, here] of given) numberOf[word] = answers.push(here) - 1;
  return { numberOf, answers };
}

interface Measure {
  readonly answers: NumberedAnswers;
  readonly weights: readonly number[];
  readonly total: number;
  readonly toned: readonly (string | null)[];
  readonly rarity: Float32Array;
}

/** What a text has of the query: of each word, of each pair with the next word, of the tones. */
interface Gained {
  readonly got: Float64Array;
  readonly pairs: Float64Array;
  readonly tones: Float64Array;
}

const nearness = [1, 0.6, 0.4];
const otherTones = 0.85;

/** How much of the text and of the query is meant by one another; raises what pairs and tones it has on the way. */
function readText(text: WordedText, measure: Measure, { got, pairs, tones }: Gained): number {
  const { answers, weights, total, toned, rarity } = measure;
  const { numberOf } = answers;
  const kind = textKinds[text.kind];
  let meant = 0;
  for (let at = 0; at < text.words.length; at += 1) {
    const number = numberOf[text.words[at] ?? 0] ?? 0;
    if (number === 0) continue;
    let best = 0;
    for (const { word, quality } of answers.answers[number] ?? []) {
      const wanted = toned[word] ?? null;
      const asTyped = wanted === null || wanted === text.spoken[at]?.key;
      const fits = asTyped ? quality : quality * otherTones;
      if (wanted !== null && asTyped && kind > (tones[word] ?? 0)) tones[word] = kind;
      if (fits > (got[word] ?? 0)) got[word] = fits;
      if (fits > best) best = fits;
      raisePair(text.words, at, { answers, word, points: kind * fits }, pairs);
    }
    meant += best * (rarity[text.words[at] ?? 0] ?? 0);
  }
  if (meant === 0 || text.weight === 0) return 0;
  let asked = 0;
  for (let at = 0; at < weights.length; at += 1) asked += (weights[at] ?? 0) * (got[at] ?? 0);
  return kind * (asked / total) * Math.min(1, meant / text.weight);
}

/** Whether the next word of the query stands shortly after this one. */
function raisePair(
  words: Uint32Array,
  at: number,
  {
    answers: { numberOf, answers },
    word,
    points,
  }: { readonly answers: NumberedAnswers; readonly word: number; readonly points: number },
  pairs: Float64Array,
): void {
  for (let gap = 0; gap < nearness.length; gap += 1) {
    const after = words[at + gap + 1];
    const number = after === undefined ? 0 : (numberOf[after] ?? 0);
    if (number === 0) continue;
    for (const { word: next, quality } of answers[number] ?? []) {
      const worth = points * quality * (nearness[gap] ?? 0);
      if (next === word + 1 && worth > (pairs[word] ?? 0)) pairs[word] = worth;
    }
  }
}
