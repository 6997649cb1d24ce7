import type { PartyId } from '@mocua/contract';
import type { ProfileAnswers } from '@mocua/engine/eform';

/** What people let us remember about themselves, wherever that is. */
export abstract class ProfileAnswerSource {
  /** What the person allows forms to be filled with today; nothing when they allowed nothing. */
  abstract of(person: PartyId): Promise<ProfileAnswers>;
}
