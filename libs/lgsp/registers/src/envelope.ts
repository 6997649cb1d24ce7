import { LgspFailure } from '@mocua/lgsp/client';
import { z } from 'zod';

const envelope = z.object({
  error_code: z.coerce.string(),
  message: z.string().nullish(),
  data: z.unknown(),
});

/** Answers `error_code` that mean "we have nobody and nothing of that kind". */
const nothingFound = '1';

/**
 * Takes the content out of the envelope that services on the bus put round their answers.
 *
 * @returns null when the register has no such record
 * @throws LgspFailure `refused` when the register says that the question is wrong, `failed` when it says that it broke down
 * @throws Error when it is no envelope
 */
export function contentOf<T>(service: string, answer: unknown, schema: z.ZodType<T>): T | null {
  const { error_code: code, data } = envelope.parse(answer);
  if (code === '0') return schema.parse(data);
  if (code === nothingFound) return null;
  throw new LgspFailure(code.startsWith('-') ? 'failed' : 'refused', service);
}
