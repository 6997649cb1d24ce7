import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DraftId } from '@mocua/contract';
import { pageOf } from '@mocua/engine/eform';
import { AnswerList, controlId, formProblems } from '@mocua/web/eform-renderer';
import { Language, PageTitle, useTexts } from '@mocua/web/kernel';
import { ProblemNotice } from '@mocua/web/ui';
import { attachmentsPath, checkPath, DraftStore } from './draft-store';
import { FeePreviewPanel } from './fee-preview';
import { Submission } from './submission';
import { useUnitChoices } from './unit-choices';

interface OpenMatter {
  readonly key: string;
  readonly path: string;
  readonly message: string;
}

/** Everything once more before it goes out, each part with its way back; then one button. */
@Component({
  selector: 'mocua-check-step',
  imports: [RouterLink, AnswerList, FeePreviewPanel, ProblemNotice],
  templateUrl: './check-step.html',
})
export class CheckStep {
  readonly draftId = input.required<DraftId>();
  readonly #router = inject(Router);
  readonly #title = inject(PageTitle);
  protected readonly language = inject(Language);
  protected readonly store = inject(DraftStore);
  protected readonly submission = inject(Submission);
  protected readonly t = useTexts();
  protected readonly units = useUnitChoices();
  protected readonly attachmentsPath = attachmentsPath;
  protected readonly fromCheck = { ve: checkPath };
  protected readonly asked = signal(false);
  protected readonly unsaved = signal(false);
  protected readonly sending = computed(() => this.submission.state().kind === 'sending');
  protected readonly repeated = computed(() => {
    const state = this.submission.state();
    return state.kind === 'sending' && state.attempt > 0;
  });
  protected readonly failure = computed(() => {
    const state = this.submission.state();
    return state.kind === 'failed' ? state.failure : null;
  });
  protected readonly open = computed<readonly OpenMatter[]>(() => {
    const state = this.store.state();
    if (state === null) return [];
    const fields = formProblems(state, this.language.current()).map((problem): OpenMatter => ({
      key: problem.path,
      path: pageOf(state, problem.path) ?? '',
      message: problem.message,
    }));
    const papers = this.store.missing().map(({ component }): OpenMatter => ({
      key: component.code,
      path: attachmentsPath,
      message: this.t('filing.attachments.missing', { name: this.language.text(component.name) }),
    }));
    return [...fields, ...papers];
  });

  protected filesOf(component: string): readonly string[] {
    return this.store
      .attachments()
      .filter((attachment) => attachment.componentCode === component)
      .map((attachment) => attachment.fileName);
  }

  protected async change(pageId: string, path: string): Promise<void> {
    const address = ['/ban-nhap', this.draftId(), pageId];
    await this.#router.navigate(address, { queryParams: this.fromCheck, fragment: controlId(path) });
  }

  protected async submit(): Promise<void> {
    this.asked.set(true);
    this.unsaved.set(false);
    this.#title.faulty(this.open().length > 0);
    if (this.open().length > 0) {
      setTimeout(() => document.getElementById('can-sua')?.focus());
      return;
    }
    if (this.sending()) return;
    await this.store.saver.flush();
    this.unsaved.set(!this.store.saver.clean);
    if (this.unsaved()) return;
    const receipt = await this.submission.submit(this.draftId(), this.store.saver.version());
    if (receipt !== null)
      await this.#router.navigate(['/ho-so', receipt.dossierId, 'bien-nhan'], { replaceUrl: true });
  }
}
