import { inject, Injectable, untracked } from '@angular/core';
import type { Endpoint, ProblemDocument, ResponseOf } from '@mocua/contract';
import { Credentials } from '../session/credentials';
import { ConnectionError, ProblemError } from './api-failure';
import { type CallInput, endpointUrl, type LooseInput, newIdempotencyKey } from './endpoint-call';

export interface DownloadedFile {
  readonly blob: Blob;
  readonly fileName: string;
}

/** Calls endpoints by their descriptor. Rejects with {@link ProblemError} or {@link ConnectionError}, nothing else. */
@Injectable({ providedIn: 'root' })
export class ApiClient {
  readonly #credentials = inject(Credentials);

  /** One call, one answer; never repeated by itself, because only the caller knows whether that is right. */
  async call<E extends Endpoint>(descriptor: E, input: CallInput<E>): Promise<ResponseOf<E>> {
    const response = await this.#send(descriptor, input as LooseInput);
    return (await readJson(response)) as ResponseOf<E>;
  }

  /** Fetches a file with the headers of the session, which a plain link could not send. */
  async download<E extends Endpoint>(descriptor: E, input: CallInput<E>): Promise<DownloadedFile> {
    const response = await this.#send(descriptor, input as LooseInput);
    const blob = await response.blob().catch((cause: unknown) => {
      throw new ConnectionError('interrupted', { cause });
    });
    return { blob, fileName: fileNameOf(response.headers.get('content-disposition')) };
  }

  /**
   * Sends one file as the raw request body.
   *
   * @param progress - called with the sent share, 0 to 1
   */
  upload<E extends Endpoint>(
    descriptor: E,
    input: CallInput<E>,
    file: Blob,
    progress: (share: number) => void,
  ): Promise<ResponseOf<E>> {
    const { signal, ...address } = input as LooseInput;
    return new Promise((resolve, reject) => {
      // fetch cannot tell how much of a request body has been sent
      const request = new XMLHttpRequest();
      request.open(descriptor.method, endpointUrl(descriptor, address));
      for (const [name, value] of this.#headers(descriptor, address)) request.setRequestHeader(name, value);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.upload.onprogress = (event) => {
        if (event.lengthComputable) progress(event.loaded / event.total);
      };
      request.onerror = () => reject(new ConnectionError(navigator.onLine ? 'interrupted' : 'offline'));
      request.onabort = () => reject(new ConnectionError('interrupted'));
      request.onload = () => {
        try {
          const answer: unknown = JSON.parse(request.responseText);
          if (request.status < 400) resolve(answer as ResponseOf<E>);
          else reject(this.#problem(answer));
        } catch (cause) {
          reject(new ConnectionError('unreadable', { cause }));
        }
      };
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(file);
    });
  }

  async #send(descriptor: Endpoint, input: LooseInput): Promise<Response> {
    const headers = this.#headers(descriptor, input);
    const init: RequestInit = { method: descriptor.method, headers, credentials: 'same-origin' };
    if (input.signal !== undefined) init.signal = input.signal;
    if (input.body !== undefined) {
      headers.set('Content-Type', 'application/json');
      init.body = JSON.stringify(input.body);
    }
    const response = await fetch(endpointUrl(descriptor, input), init).catch((cause: unknown) => {
      throw new ConnectionError(navigator.onLine ? 'interrupted' : 'offline', { cause });
    });
    if (!response.ok) throw this.#problem(await readJson(response));
    return response;
  }

  /** Read when the call is made: an effect that calls is not run again because the sender changed. */
  #headers(descriptor: Endpoint, input: LooseInput): Headers {
    const headers = new Headers(untracked(() => this.#credentials.headers(descriptor.method)));
    headers.set('Accept', descriptor.media === 'download' ? '*/*' : 'application/json');
    if (descriptor.idempotent === true)
      headers.set('Idempotency-Key', input.idempotencyKey ?? newIdempotencyKey());
    return headers;
  }

  #problem(answer: unknown): ProblemError | ConnectionError {
    if (!isProblemDocument(answer)) return new ConnectionError('unreadable');
    if (answer.code === 'session.required') this.#credentials.sessionEnded();
    return new ProblemError(answer);
  }
}

async function readJson(response: Response): Promise<unknown> {
  const body = await response.text().catch((cause: unknown) => {
    throw new ConnectionError('interrupted', { cause });
  });
  try {
    return body === '' ? {} : (JSON.parse(body) as unknown);
  } catch (cause) {
    throw new ConnectionError('unreadable', { cause });
  }
}

function isProblemDocument(value: unknown): value is ProblemDocument {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'title' in value && 'fields' in value
  );
}

/** Reads the UTF-8 name (RFC 6266 `filename*`) before the plain one. */
function fileNameOf(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/iu.exec(disposition ?? '')?.[1] ?? 'tai-lieu.pdf';
}
