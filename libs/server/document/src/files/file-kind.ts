import { fileTypeFromBuffer } from 'file-type';

/** The only types people may hand in. */
export type AcceptedMediaType = 'image/jpeg' | 'image/png' | 'application/pdf';

const extensionsOf: Readonly<Record<AcceptedMediaType, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif', 'jpe'],
  'image/png': ['png'],
  'application/pdf': ['pdf'],
};

const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');
const zipEnd = Buffer.from('PK\u0005\u0006', 'latin1');
/** PDF readers and browsers look this far for a beginning. */
const searchedHead = 1024;

/**
 * Type of a file by its content, or null when it may not be accepted: another type, a file cut off, a name that says
 * something else than the content, or a file that two programs would read as two different things.
 */
export async function acceptedMediaType(file: {
  readonly fileName: string;
  readonly head: Buffer;
  readonly tail: Buffer;
}): Promise<AcceptedMediaType | null> {
  const detected = (await fileTypeFromBuffer(file.head))?.mime;
  if (detected !== 'image/jpeg' && detected !== 'image/png' && detected !== 'application/pdf') return null;
  if (!nameFits(file.fileName, detected)) return null;
  if (!isWhole(detected, file.head, file.tail)) return null;
  return isAmbiguous(detected, file.head, file.tail) ? null : detected;
}

/** A name without extension says nothing wrong: some phones share photos so. */
function nameFits(fileName: string, mediaType: AcceptedMediaType): boolean {
  const extension = /\.([^.\s]{1,10})$/u.exec(fileName.trim())?.[1]?.toLowerCase();
  return extension === undefined || extensionsOf[mediaType].includes(extension);
}

function isWhole(mediaType: AcceptedMediaType, head: Buffer, tail: Buffer): boolean {
  switch (mediaType) {
    case 'application/pdf':
      return head.subarray(0, 5).equals(Buffer.from('%PDF-')) && tail.includes('%%EOF');
    case 'image/png':
      return (
        head.subarray(12, 16).equals(Buffer.from('IHDR')) && tail.subarray(-pngEnd.length).equals(pngEnd)
      );
    case 'image/jpeg':
      // Phones append data of their own behind the end mark, so its position says nothing.
      return head.length > 100;
  }
}

function isAmbiguous(mediaType: AcceptedMediaType, head: Buffer, tail: Buffer): boolean {
  const start = head.subarray(0, searchedHead).toString('latin1');
  if (tail.includes(zipEnd)) return true;
  if (/<(?:!doctype|html|script|svg|\?php)/iu.test(start)) return true;
  return mediaType !== 'application/pdf' && start.includes('%PDF-');
}

/**
 * File name for showing and for downloads: composed letters, no path, no control or direction-changing characters
 * (which would let `gpj.exe` look like `exe.jpg`), at most 120 characters with the extension kept.
 */
export function presentableFileName(fileName: string): string {
  const base = fileName.normalize('NFC').split(/[\\/]/u).at(-1) ?? '';
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}<>:"|?*]/gu, '')
    .trim()
    .replace(/^\.+/u, '');
  if (clean === '') return 'tep';
  const characters = [...clean];
  if (characters.length <= 120) return clean;
  const extension = /\.[^.]{1,10}$/u.exec(clean)?.[0] ?? '';
  return characters.slice(0, 120 - extension.length).join('') + extension;
}
