import type { DossierId } from '@mocua/contract';
import type { Channel, DossierEvent, DossierCommand } from '../src/index';
import { aSubmission, aValue, centre, commands, committee, completion, DossierStory } from './dossier-story';

/** A small seeded generator (mulberry32), so that a failing life can be lived again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Life {
  readonly story: DossierStory;
  /** The events of each commit. */
  readonly commits: readonly (readonly DossierEvent[])[];
}

const channels: readonly (readonly [Channel, string])[] = [
  ['online', 'mocua'],
  ['online', 'national-portal'],
  ['kiosk', 'mocua-kiosk'],
  ['counter', 'counter'],
  ['post', 'post'],
];

/** Lives one dossier through whatever is accepted of a random row of commands. */
export function randomLife(number: number, random: () => number, longest = 12): Life {
  const hex = number.toString(16).padStart(12, '0');
  const dossierId = `01890000-0000-7000-9000-${hex}` as DossierId;
  const [channel, sourceSystem] = channels[Math.floor(random() * channels.length)] ?? ['online', 'mocua'];
  const story = new DossierStory(
    aSubmission({
      dossierId,
      transactionCode: `T261116-${hex.slice(-8)}`,
      channel,
      sourceSystem,
      externalCodes: sourceSystem === 'national-portal' ? [`G22.99-${hex}`] : [],
      facts: { identityVerified: random() < 0.5, reusedComponents: 0 },
    }),
  );
  const commits: (readonly DossierEvent[])[] = [story.events.slice()];
  for (let step = 0; step < longest; step += 1) {
    story.wait(1 + Math.floor(random() ** 3 * 6_000));
    const before = story.events.length;
    const accepted = story.try(anyCommand(story, random, hex));
    if (typeof accepted !== 'string' && accepted.length > 0) commits.push(story.events.slice(before));
  }
  return { story, commits };
}

/** The paper goes by post, once or again, and comes back or arrives. */
function anyPost(story: DossierStory, random: () => number): DossierCommand {
  const parcelId = story.state.parcel?.parcelId ?? aValue().valueId;
  const outcomes = ['refused', 'not-delivered', 'returned', 'delivered'] as const;
  if (story.state.delivery === 'ready' || random() < 0.2)
    return { type: 'post-result', parcelId: aValue().valueId, relation: 'owner', receiver: aValue() };
  if (random() < 0.2) return { type: 'recall-parcel' };
  const outcome = outcomes[Math.floor(random() * outcomes.length)] ?? 'delivered';
  return { type: 'record-parcel', parcelId, outcome };
}

function anyCommand(story: DossierStory, random: () => number, hex: string): DossierCommand {
  if (story.state.processing === 'done' && random() < 0.5) return anyPost(story, random);
  const receive = (): DossierCommand => ({
    type: 'receive',
    code: story.state.externalCodes[0] ?? `000.00.32.H99-261116-${hex}`,
    competentUnit: committee,
    homeCentre: centre,
    note: null,
  });
  const node = story.state.tasks[0]?.nodeId;
  const complete = (): DossierCommand =>
    completion(story, node === 'look-up' ? 'submit' : node === 'issue' ? 'issue' : 'approve');
  const likely: readonly (() => DossierCommand)[] = [
    receive,
    receive,
    complete,
    complete,
    complete,
    commands.return,
    () => commands.ask(story, random() < 0.7),
    () => commands.send(story),
    () => commands.answer(story),
    () => commands.confirm(story),
    () => commands.sendBack(story),
    commands.lapse,
    commands.edit,
    commands.alert,
    ...(random() < 0.15
      ? [commands.withdraw, (): DossierCommand => ({ type: 'refuse', reason: aValue() })]
      : []),
  ];
  return (likely[Math.floor(random() * likely.length)] ?? receive)();
}
