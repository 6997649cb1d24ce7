import type { Answers } from '@mocua/contract';
import type { MirrorMessage } from '@mocua/server/dossier';

/** A file that came with a message. */
export interface ArrivedFile {
  readonly componentCode: string;
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** Who owns the dossier, as the national portal knows them. */
export interface ArrivedOwner {
  readonly fullName: string;
  readonly personalId: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

interface Arrived {
  /** Given by the portal; the same id is the same message, however often it comes. */
  readonly messageId: string;
  /** Code the portal gave the dossier. */
  readonly code: string;
}

/** What people do on the national portal, in words of our own. */
export type NationalMessage = Arrived &
  (
    | {
        readonly kind: 'filing';
        readonly procedureCode: string;
        /** Agency that is asked, by its identifier. */
        readonly agency: string;
        readonly owner: ArrivedOwner;
        readonly identityVerified: boolean;
        /** ISO instant of the filing over there. */
        readonly filedAt: string;
        readonly answers: Answers;
        readonly files: readonly ArrivedFile[];
      }
    | { readonly kind: 'supplement'; readonly answers: Answers; readonly files: readonly ArrivedFile[] }
    | { readonly kind: 'edit'; readonly answers: Answers }
    | { readonly kind: 'withdrawal'; readonly reason: string }
    | { readonly kind: 'mirror'; readonly fact: MirrorMessage }
  );

/** What the portal is answered: taken, known already, refused for good, or not yet. */
export type Arrival =
  | { readonly outcome: 'taken' | 'known'; readonly dossierId: string | null }
  | { readonly outcome: 'refused'; readonly problem: string; readonly message: string }
  | { readonly outcome: 'later' };
