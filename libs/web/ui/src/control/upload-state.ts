import type { ApiFailure } from '@mocua/web/kernel';

/** A file the server already has. */
export interface UploadedFile {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly size: number;
}

/** A file on its way. */
export interface UploadInProgress {
  readonly key: string;
  readonly file: File;
  /** Sent share, 0 to 1. */
  readonly share: number;
  readonly failure: ApiFailure | null;
}
