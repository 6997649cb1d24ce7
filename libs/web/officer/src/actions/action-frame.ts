import {
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { OfficerDossierView } from '@mocua/contract';
import { Session, useTexts } from '@mocua/web/kernel';
import { ErrorSummary, ProblemNotice, StatusTag, type SummaryError, Timeline } from '@mocua/web/ui';
import type { ActionRun } from './action-run';

/** What every command form has: heading, problems, the new state after a conflict, and the button that works once. */
@Component({
  selector: 'mocua-action-frame',
  imports: [ErrorSummary, ProblemNotice, StatusTag, Timeline],
  templateUrl: './action-frame.html',
})
export class ActionFrame {
  /** Prefix of the ids in this form. */
  readonly name = input.required<string>();
  readonly heading = input.required<string>();
  readonly submitLabel = input.required<string>();
  readonly dossier = input.required<OfficerDossierView>();
  // the frame never looks at the input of the command, so any command will do
  readonly run = input.required<Pick<ActionRun<never>, 'busy' | 'slow' | 'failure' | 'stale' | 'news'>>();
  readonly errors = input<readonly SummaryError[]>([]);
  /** Whether the server still offers this action in the state on the screen. */
  readonly allowed = input.required<boolean>();
  readonly danger = input(false);
  readonly submitted = output();
  readonly closed = output();

  protected readonly t = useTexts();
  readonly #session = inject(Session);
  protected readonly attempts = signal(0);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');
  protected readonly button = computed(() => {
    if (this.run().busy()) return this.t('officer.action.sending');
    return this.run().stale() ? this.t('officer.action.sendAgain') : this.submitLabel();
  });

  /** Leads the reader to the form that has just opened. */
  focus(): void {
    this.title().nativeElement.focus();
  }

  protected submit(event: Event): void {
    event.preventDefault();
    if (this.run().busy() || !this.allowed()) return;
    this.attempts.update((count) => count + 1);
    this.submitted.emit();
  }

  /** In another tab, so that nothing typed on this page is lost. */
  protected signIn(): void {
    window.open(this.#session.loginUrl('/can-bo/'), '_blank', 'noopener');
  }
}
