import type { News, NewsContent, ToldFile } from '@mocua/server/handover';
import { z } from 'zod';

/** Every answer stands in the envelope of the bus; `0` is the only success. */
const envelope = z.object({ error_code: z.literal('0'), data: z.unknown() });
const told = z.object({ TinTuc: z.array(z.unknown()).max(500) });

/** What stands in an answer. @throws Error when it is none of the contract, or no success */
export function answerOf(answer: unknown): unknown {
  return envelope.parse(answer).data;
}

/** For operations that answer nothing but that it is done. */
export function done(answer: unknown): null {
  answerOf(answer);
  return null;
}

/** The messages in an answer, each in the words of its system. */
export function messagesOf(answer: unknown): readonly unknown[] {
  return told.parse(answerOf(answer)).TinTuc;
}

/** Text of at most so many characters, in NFC. */
export function words(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').trim());
}

/** An instant of a year in which a system can have written: some others cannot even be kept. */
export const wireInstant = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= Date.UTC(2000, 0) && Date.parse(text) < Date.UTC(2200, 0))
  .transform((text) => new Date(text).toISOString());

export const wireFile = z
  .object({
    Ten: words(200),
    KichThuoc: z.int32().min(1),
    Sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  })
  .transform(({ Ten, KichThuoc, Sha256 }): ToldFile => ({
    fileName: Ten,
    size: KichThuoc,
    sha256: Sha256,
  }));

/** What every message has, whatever it tells. */
export const wireMessage = {
  MaTin: z.string().min(1).max(80),
  ThuTu: z.int32().min(1),
  ThoiDiem: wireInstant,
  NoiDung: words(2_000).nullish(),
};

/** Reads a signed message; one that is not of the contract is said to the sender in its own words. */
export function readable<Kind extends string, Content extends NewsContent>(
  read: () => News<Kind, Content>,
): News<Kind, Content> | 'unreadable' {
  try {
    return read();
  } catch {
    return 'unreadable';
  }
}
