import { Component, signal } from '@angular/core';
import {
  Dialog,
  DisplaySettingsPanel,
  DueDate,
  EmptyState,
  FeeLines,
  FileUpload,
  LoadingState,
  ProblemNotice,
  ProcessDiagram,
  QrCode,
  ShowMore,
  StatusTag,
  Timeline,
} from '@mocua/web/ui';
import * as samples from './gallery-samples';
import { GalleryForms } from './gallery-forms';

/** Every component in every state, on one page that tests and eyes can walk through. In Vietnamese only: it is for makers. */
@Component({
  selector: 'mocua-gallery-page',
  imports: [
    Dialog,
    DisplaySettingsPanel,
    DueDate,
    EmptyState,
    FeeLines,
    FileUpload,
    GalleryForms,
    LoadingState,
    ProblemNotice,
    ProcessDiagram,
    QrCode,
    ShowMore,
    StatusTag,
    Timeline,
  ],
  templateUrl: './gallery-page.html',
})
export class GalleryPage {
  protected readonly samples = samples;
  protected readonly uploads = samples.uploads();
  protected readonly dialogOpen = signal(false);
  protected readonly buttons = ['', 'mc-button--secondary', 'mc-button--quiet', 'mc-button--danger'] as const;
  protected readonly tones = ['', 'mc-notice--good', 'mc-notice--warn', 'mc-notice--bad'] as const;
}
