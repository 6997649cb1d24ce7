import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import type { FieldProblem } from '@mocua/contract';
import { controlId } from '../field/control-id';
import { say } from '../texts/renderer-texts';
import type { RendererLang } from '../texts/renderer-texts';

/** What is to correct, in the words used at the fields. Takes the focus when problems arrive; its links lead to them. */
@Component({
  selector: 'mocua-error-summary',
  template: `@if (problems().length > 0) {
    <div #box class="mc-error-summary" role="alert" tabindex="-1" [attr.aria-labelledby]="titleId">
      <h2 [id]="titleId">{{ title() }}</h2>
      <ul>
        @for (problem of problems(); track $index) {
          <li>
            @if (problem.path) {
              <a [attr.href]="'#' + target(problem.path)" (click)="go($event, problem.path)">{{
                problem.message
              }}</a>
            } @else {
              {{ problem.message }}
            }
          </li>
        }
      </ul>
    </div>
  }`,
})
export class FormErrorSummary {
  readonly problems = input.required<readonly FieldProblem[]>();
  readonly lang = input<RendererLang>('vi');
  /** The field is not on this page; the host opens the page that holds the path. */
  readonly elsewhere = output<string>();

  protected readonly titleId = 'form-error-summary-title';
  protected readonly title = computed(() => say(this.lang(), 'errorSummary'));
  private announced: readonly FieldProblem[] | null = null;
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    afterRenderEffect({
      read: () => {
        const [problems, box] = [this.problems(), this.box()?.nativeElement];
        // The box may be found anew while somebody corrects; only other problems may take the focus.
        if (box === undefined || problems === this.announced) return;
        this.announced = problems;
        box.focus();
      },
    });
  }

  protected target(path: string): string {
    return controlId(path);
  }

  protected go(event: Event, path: string): void {
    event.preventDefault();
    const control = document.getElementById(controlId(path));
    if (control === null) {
      this.elsewhere.emit(path);
      return;
    }
    control.scrollIntoView({ block: 'center' });
    control.focus({ preventScroll: true });
  }
}
