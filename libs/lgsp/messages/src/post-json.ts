/** What a carrier answered. */
export interface CarrierAnswer {
  readonly status: number;
  /** Null when it is no JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** More than any answer of a carrier holds. */
const longestAnswer = 64 * 1024;

/**
 * Posts JSON to a carrier.
 *
 * @throws Error that names the carrier and what failed, and neither address nor text
 */
export async function postJson(
  carrier: string,
  url: string,
  body: object,
  {
    timeoutMs,
    headers = {},
  }: { readonly timeoutMs: number; readonly headers?: Readonly<Record<string, string>> },
): Promise<CarrierAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: parsed(await textOf(response)) };
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown';
    throw new Error(`${carrier} could not be reached (${kind}).`, { cause: error });
  }
}

/** The answer as far as it may reach; the rest is not waited for. */
async function textOf(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part as Uint8Array, { stream: true });
    if (text.length > longestAnswer) break;
  }
  return text;
}

function parsed(text: string): CarrierAnswer['body'] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null; // no JSON is an answer too: the caller judges by the status
  }
}
