import { hasTones, type QueryWord, type ReadQuery } from './read-query';
import { type SearchIndex, textKinds, type WordedText } from './search-index';
import { toneKey } from './spoken-words';

/** A document that was found. */
export interface Found {
  readonly document: number;
  readonly score: number;
}

/** What the whole query is worth at best, and what each document has of it. */
interface Points {
  readonly most: number;
  readonly scores: Float32Array;
  readonly touched: readonly number[];
}

/** Postings one query may read. Common words have thousands; a query made of them only gets less forgiving. */
const mostPostings = 300_000;
const unknownWord = 0.6;
const initialsRarity = 0.9;
const keptForOrder = 120;
const leastOfBest = 0.5;
const leastOfQuery = 0.25;
/** Shares of the score: words there, words side by side, how much of a text is meant, tones as typed. */
const shares = { words: 1, pairs: 0.5, whole: 0.5, tones: 0.15 } as const;

/** Documents for a query, best first. Equal scores keep the order of the documents. */
export function rank(index: SearchIndex, query: ReadQuery): readonly Found[] {
  const points = pointsFor(index, query.words);
  let best = 0;
  for (const document of points.touched) best = Math.max(best, points.scores[document] ?? 0);
  const least = Math.max(best * leastOfBest, points.most * leastOfQuery);
  const found: Found[] = [];
  for (const document of points.touched) {
    const score = (points.scores[document] ?? 0) / (points.most || 1);
    if (score * points.most >= least && !query.codes.has(document)) found.push({ document, score });
  }
  const [first, rest] = mostPromising(found);
  const judge = judgeFor(index, query.words);
  const ordered = first.map(({ document, score }) => ({ document, score: judge(document, score) }));
  const coded = [...query.codes].map(([document, quality]) => ({ document, score: 10 * quality }));
  return [...coded.sort(byScore), ...ordered.sort(byScore), ...rest.sort(byScore)];
}

const byScore = (a: Found, b: Found): number => b.score - a.score || a.document - b.document;

/** Cuts off the best ones without sorting them all. */
function mostPromising(found: readonly Found[]): [first: Found[], rest: Found[]] {
  if (found.length <= keptForOrder) return [[...found], []];
  const steps = new Uint32Array(129);
  const stepOf = ({ score }: Found): number => Math.min(128, Math.floor(score * 128));
  for (const one of found) {
    const step = stepOf(one);
    steps[step] = (steps[step] ?? 0) + 1;
  }
  let from = 128;
  for (let many = steps[from] ?? 0; many < keptForOrder && from > 0; many += steps[from] ?? 0) from -= 1;
  const first: Found[] = [];
  const rest: Found[] = [];
  for (const one of found) (stepOf(one) >= from ? first : rest).push(one);
  if (first.length > keptForOrder * 4) rest.push(...first.sort(byScore).splice(keptForOrder * 4));
  return [first, rest];
}

/** The best reading of each word in each document, added up. */
function pointsFor(index: SearchIndex, words: readonly QueryWord[]): Points {
  const { from, inDocument, weightThere, rarity } = index;
  const scores = new Float32Array(index.documents.length);
  const ofWord = new Float32Array(index.documents.length);
  const touched: number[] = [];
  let postings = 0;
  let most = 0;
  for (const word of words) {
    const reached: number[] = [];
    let worth = 0;
    const raise = (document: number, points: number): void => {
      const before = ofWord[document] ?? 0;
      if (points <= before) return;
      if (before === 0) reached.push(document);
      ofWord[document] = points;
    };
    for (const { word: id, quality } of word.readings) {
      const end = from[id + 1] ?? 0;
      const begin = from[id] ?? 0;
      const points = quality * (rarity[id] ?? 0);
      if (postings + end - begin > mostPostings) continue;
      postings += end - begin;
      worth = Math.max(worth, points);
      for (let at = begin; at < end; at += 1) raise(inDocument[at] ?? 0, points * (weightThere[at] ?? 0));
    }
    for (const [document, quality] of word.initials) {
      worth = Math.max(worth, quality * initialsRarity);
      raise(document, quality * initialsRarity);
    }
    most += word.weight * (worth > 0 ? worth : unknownWord);
    for (const document of reached) {
      if (scores[document] === 0) touched.push(document);
      scores[document] = (scores[document] ?? 0) + word.weight * (ofWord[document] ?? 0);
      ofWord[document] = 0;
    }
  }
  return { most, scores, touched };
}

/** One way in which a word of a text answers a word of the query. */
export interface Answer {
  readonly word: number;
  readonly points: number;
  /** Tones typed and the same; typed and others; not typed. */
  readonly tones: 'same' | 'other' | 'none';
}

/** Which words of the query each word of a text may answer. */
export function answersTo(
  words: readonly QueryWord[],
): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const answers = new Map<number, [number, number][]>();
  words.forEach(({ readings }, at) => {
    for (const { word, quality } of readings) {
      const known = answers.get(word);
      if (known) known.push([at, quality]);
      else answers.set(word, [[at, quality]]);
    }
  });
  return answers;
}

/** Judges how well a document fits, from the order of its words. */
function judgeFor(
  index: SearchIndex,
  words: readonly QueryWord[],
): (document: number, points: number) => number {
  const answers = answersTo(words);
  const weights = words.map(
    ({ weight, readings }) =>
      weight *
      Math.max(0.1, ...readings.slice(0, 1).map(({ word, quality }) => quality * (index.rarity[word] ?? 0))),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const pairWeights = weights.slice(1).map((weight, at) => Math.sqrt(weight * (weights[at] ?? 0)));
  const pairTotal = pairWeights.reduce((sum, weight) => sum + weight, 0) || 1;
  const toned = words.map(({ typed }) => (hasTones(typed) ? toneKey(typed.spoken) : null));
  const tonedTotal = weights.reduce((sum, weight, at) => sum + (toned[at] == null ? 0 : weight), 0);
  return (document, points) => {
    const pairs = new Float64Array(words.length);
    const tones = new Float64Array(words.length);
    let whole = 0;
    for (const text of index.documents[document]?.texts ?? []) {
      whole = Math.max(
        whole,
        readText(text, { answers, weights, total, toned, rarity: index.rarity }, pairs, tones),
      );
    }
    const side = pairWeights.reduce((sum, weight, at) => sum + weight * (pairs[at] ?? 0), 0) / pairTotal;
    const spoken =
      weights.reduce((sum, weight, at) => sum + weight * (tones[at] ?? 0), 0) / (tonedTotal || 1);
    return shares.words * points + shares.pairs * side + shares.whole * whole + shares.tones * spoken;
  };
}

interface Measure {
  readonly answers: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  readonly weights: readonly number[];
  readonly total: number;
  readonly toned: readonly (string | null)[];
  readonly rarity: Float32Array;
}

const nearness = [1, 0.6, 0.4];

/** How much of the text and of the query is meant by one another; raises what pairs and tones it has on the way. */
function readText(text: WordedText, measure: Measure, pairs: Float64Array, tones: Float64Array): number {
  const { answers, weights, total, toned, rarity } = measure;
  const kind = textKinds[text.kind];
  const got = new Float64Array(weights.length);
  let meant = 0;
  text.words.forEach((id, at) => {
    const here = answers.get(id);
    if (!here) return;
    let best = 0;
    for (const [word, quality] of here) {
      const wanted = toned[word] ?? null;
      const asTyped = wanted === null || wanted === toneKey(text.spoken[at]?.spoken ?? '');
      const fits = asTyped ? quality : quality * 0.85;
      if (wanted !== null && asTyped) tones[word] = Math.max(tones[word] ?? 0, kind);
      got[word] = Math.max(got[word] ?? 0, fits);
      best = Math.max(best, fits);
      nearness.forEach((near, gap) => {
        for (const [next, then] of answers.get(text.words[at + gap + 1] ?? -1) ?? []) {
          if (next === word + 1) pairs[word] = Math.max(pairs[word] ?? 0, kind * near * fits * then);
        }
      });
    }
    meant += best * (rarity[id] ?? 0);
  });
  const asked = weights.reduce((sum, weight, at) => sum + weight * (got[at] ?? 0), 0) / total;
  return text.weight === 0 ? 0 : kind * asked * Math.min(1, meant / text.weight);
}
