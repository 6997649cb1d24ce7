import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { getProcedure } from '@mocua/contract';
import { loadEndpoint, Localized, saveFile, Session, useTexts } from '@mocua/web/kernel';
import { LoadingState, ProblemNotice } from '@mocua/web/ui';
import { columnsOf, keyColumn } from './answers-of-line';
import { BatchFiling } from './batch-filing';
import { writeLine } from './read-table';

/** Many dossiers of one procedure from one table, for those who file every day. */
@Component({
  selector: 'mocua-batch-page',
  imports: [RouterLink, Localized, LoadingState, ProblemNotice],
  providers: [BatchFiling],
  templateUrl: './batch-page.html',
})
export class BatchPage {
  /** Bound from the route. */
  readonly code = input.required<string>();
  readonly #session = inject(Session);
  protected readonly t = useTexts();
  protected readonly batch = inject(BatchFiling);
  protected readonly procedure = loadEndpoint(getProcedure, () => ({ params: { code: this.code() } }));
  protected readonly filer = computed(
    () => this.#session.actingFor()?.displayName ?? this.#session.person()?.displayName ?? '',
  );

  /** An empty table: names of the columns, and below them what they mean. */
  protected async saveTemplate(): Promise<void> {
    const columns = columnsOf(await this.batch.form(this.code()));
    const names = [keyColumn, ...columns.map((column) => column.name)];
    const labels = [`# ${this.t('batch.keyLabel')}`, ...columns.map((column) => column.label)];
    const text = `\uFEFF${writeLine(names)}\r\n${writeLine(labels)}\r\n`;
    const blob = new Blob([text], { type: 'text/csv' });
    saveFile({ blob, fileName: `${this.code()}.csv` });
  }

  protected async chooseTable(event: Event): Promise<void> {
    const control = event.target as HTMLInputElement;
    const [file] = control.files ?? [];
    if (file) await this.batch.read(this.code(), await file.text());
    // The same file, corrected, must count as a change.
    control.value = '';
  }

  protected chooseFiles(event: Event): void {
    this.batch.files.set([...((event.target as HTMLInputElement).files ?? [])]);
  }
}
