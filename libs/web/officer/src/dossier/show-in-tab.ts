import { type DownloadedFile, saveFile } from '@mocua/web/kernel';

/** What may be shown in a tab of this origin; anything else would run as a page of ours and is only saved. */
const shown: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png']);

/**
 * Shows a file in a tab, and saves it where that cannot be.
 *
 * @param tab - opened with the press, before the file was there: browsers refuse a tab that is opened later
 * @param file - null when it could not be fetched; the tab goes again
 */
export function showInTab(tab: Window | null, file: DownloadedFile | null): void {
  if (file === null || tab === null || !shown.has(file.blob.type)) {
    tab?.close();
    if (file !== null) saveFile(file);
    return;
  }
  const address = URL.createObjectURL(file.blob);
  tab.location.replace(address);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
