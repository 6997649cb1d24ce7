import type { DownloadedFile } from './api-client';

/** Hands a file to the browser's own download dialog. */
export function saveFile(file: DownloadedFile): void {
  const address = URL.createObjectURL(file.blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // revoking in the same task cancels the download in some browsers
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
