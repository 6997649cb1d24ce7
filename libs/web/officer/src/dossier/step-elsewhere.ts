import { Component, input } from '@angular/core';
import type { LocalizedText } from '@mocua/contract';
import { Localized } from '@mocua/web/kernel';

/** What is to be shown of a step that another system has; every text in the words of the page. */
export interface ShownStep {
  readonly id: string;
  readonly heading: string;
  readonly name: LocalizedText;
  readonly stepName: LocalizedText;
  readonly standing: string;
  /** What an officer did here in its place. */
  readonly exception: string | null;
  /** Facts that are not known are left out. */
  readonly facts: readonly (readonly [label: string, text: string | null])[];
  readonly newsHeading: string;
  readonly news: readonly ShownNews[];
  /** Said of news that changes nothing. */
  readonly overtaken: string;
}

export interface ShownNews {
  readonly what: string;
  readonly when: string;
  /** By whom, with which number, in which words; empty ones are left out. */
  readonly more: readonly (string | null)[];
  readonly overtaken: boolean;
}

/** A card for a step that another system has: where it stands, since when, and what was told of it. Files stand below. */
@Component({
  selector: 'mocua-step-elsewhere',
  imports: [Localized],
  styles: ':host { display: block; }',
  template: `
    @let step = shown();
    <section class="mc-card mc-card--soft" [attr.aria-labelledby]="step.id">
      <h2 [id]="step.id">{{ step.heading }}</h2>
      <p>
        <strong>{{ step.name | localized }}</strong> – {{ step.stepName | localized }}
      </p>
      <p>{{ step.standing }}</p>
      @if (step.exception; as exception) {
        <p>{{ exception }}</p>
      }
      <dl>
        @for (fact of step.facts; track fact[0]) {
          @if (fact[1]; as text) {
            <dt class="mc-small mc-muted">{{ fact[0] }}</dt>
            <dd class="mc-plain">{{ text }}</dd>
          }
        }
      </dl>
      @if (step.news.length > 0) {
        <h3>{{ step.newsHeading }}</h3>
        <ol>
          @for (each of step.news; track $index) {
            <li>
              <strong>{{ each.what }}</strong
              >, {{ each.when }}
              @for (words of each.more; track $index) {
                @if (words) {
                  – {{ words }}
                }
              }
              @if (each.overtaken) {
                <span class="mc-muted mc-small">({{ step.overtaken }})</span>
              }
            </li>
          }
        </ol>
      }
      <ng-content />
    </section>
  `,
})
export class StepElsewhere {
  readonly shown = input.required<ShownStep>();
}
