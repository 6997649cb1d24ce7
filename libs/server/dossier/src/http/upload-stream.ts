import type { MocuaRequest } from '@mocua/server/kernel';
import type { UploadStream } from '../application/filing/upload-file';

/** The raw body of an upload with the length its sender announced. */
export function uploadStream(request: MocuaRequest): UploadStream {
  const announced = Number(request.headers['content-length']);
  return {
    source: request.raw as AsyncIterable<Uint8Array>,
    expectedBytes: Number.isSafeInteger(announced) ? announced : undefined,
  };
}
