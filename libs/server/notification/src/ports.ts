import type { DossierId, NoticeChannel, PartyId } from '@mocua/contract';
import type { OfficerActor } from '@mocua/server/kernel';
import type { Receipt } from './domain/receipt';
import type { NoticeLanguage, TemplateFacts } from './domain/templates/notice-template';

/** A text message on its way out. The id makes a repeated sending harmless. */
export interface Sms {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
}

export interface Email extends Sms {
  readonly subject: string;
}

/** A message of the province's official account: the operator keeps the approved words, only facts are sent. */
export interface ZaloMessage {
  readonly messageId: string;
  /** Telephone number the account is known by. */
  readonly to: string;
  /** For example `zalo.received.vi@1`. */
  readonly template: string;
  readonly facts: Pick<TemplateFacts, 'code' | 'portal' | 'hotline'>;
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
  /** @throws MessageRefused */
  abstract zalo(message: ZaloMessage): Promise<void>;
}

/** Whoever carries messages and tells what became of them. */
export type Carrier = 'gateway' | 'zalo';

/** Port: reads what a carrier tells; null for anything that it did not sign. */
export abstract class ReceiptReader {
  abstract read(carrier: Carrier, body: Readonly<Record<string, unknown>>): Receipt | null;
}

/** Where a person can be reached; null where they cannot. */
export interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
  /** Telephone number of the Zalo account; null as well for whoever did not agree to be told there. */
  readonly zalo: string | null;
  /** The language the person reads. */
  readonly language: NoticeLanguage;
}

/** Where a person is reached on a channel; null when they are not. */
export function addressOn(channel: NoticeChannel, { phone, email, zalo }: Contact): string | null {
  return { sms: phone, email, zalo }[channel];
}

/** What a notice is about, as the person will find it among the readings of their data. */
export interface NoticeSubject {
  /** Null for a notice about a request on personal data. */
  readonly dossierId: string | null;
  readonly code: string;
}

/** Port: contact data of a party at the moment of sending; nothing is kept in the outbox. */
export abstract class ContactDirectory {
  /** @param notice - the dossier a notice is about; left out when somebody asks about themselves */
  abstract contactOf(partyId: PartyId, notice?: NoticeSubject): Promise<Contact>;
}

/** Port: lets an officer look at what concerns a dossier. */
export abstract class DossierGate {
  /** @throws Problem `dossier.not-found` when the officer may not see the dossier */
  abstract letThrough(actor: OfficerActor, dossierId: DossierId): Promise<void>;
}

/** What every text says about where it comes from. */
export abstract class NoticeOrigin {
  /** Address of the portal, without a slash at its end. */
  abstract readonly publicOrigin: string;
  abstract readonly hotline: string;
}
