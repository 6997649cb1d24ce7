import type { PartyId } from '@mocua/contract';

/** A text message on its way out. The id makes a repeated sending harmless. */
export interface Sms {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

export interface Email extends Sms {
  readonly subject: string;
}

/** The gateway said that it will never take this message; trying again is useless. */
export class MessageRefused extends Error {
  constructor(readonly status: number) {
    super(`The message gateway refused the message with status ${status}.`);
    this.name = 'MessageRefused';
  }
}

/**
 * Port: hands messages to a gateway. Resolves when the gateway has taken the message.
 * Errors other than {@link MessageRefused} mean "try again later" and never hold address or text.
 */
export abstract class MessageSender {
  /** @throws MessageRefused */
  abstract sms(message: Sms): Promise<void>;
  /** @throws MessageRefused */
  abstract email(message: Email): Promise<void>;
}

/** Where a person can be reached; null where they cannot. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

/** What a notice is about, as the person will find it among the readings of their data. */
export interface NoticeSubject {
  readonly dossierId: string;
  readonly code: string;
}

/** Port: contact data of a party at the moment of sending; nothing is kept in the outbox. */
export abstract class ContactDirectory {
  /** @param notice - the dossier a notice is about; left out when somebody asks about themselves */
  abstract contactOf(partyId: PartyId, notice?: NoticeSubject): Promise<Contact>;
}

/** What every text says about where it comes from. */
export abstract class NoticeOrigin {
  /** Address of the portal, without a slash at its end. */
  abstract readonly publicOrigin: string;
  abstract readonly hotline: string;
}
