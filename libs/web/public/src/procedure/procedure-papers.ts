import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import type { ProcedureView } from '@mocua/contract';
import { Localized, useTexts } from '@mocua/web/kernel';

type Paper = ProcedureView['components'][number];

/** The papers to bring: those of every case first, then those of each case. What a record says stands as said. */
@Component({
  selector: 'mocua-procedure-papers',
  imports: [Localized, NgTemplateOutlet],
  templateUrl: './procedure-papers.html',
})
export class ProcedurePapers {
  readonly procedure = input.required<ProcedureView>();
  protected readonly t = useTexts();
  protected readonly byCase = computed(() => {
    const { cases, components } = this.procedure();
    const known = new Map(components.map((paper) => [paper.code, paper]));
    return cases.map(({ code, name, components: codes }) => ({
      code,
      name,
      papers: codes.flatMap((each) => known.get(each) ?? []),
    }));
  });
  /** Papers that belong to no single case; all of them where there are no cases. */
  protected readonly common = computed(() => {
    const { cases, components } = this.procedure();
    const inCases = cases.map((each) => new Set(each.components));
    if (inCases.length === 0) return components;
    return components.filter(
      ({ code }) => inCases.every((codes) => codes.has(code)) || !inCases.some((codes) => codes.has(code)),
    );
  });

  /** A paper of a case that the list above does not already hold. */
  protected own(papers: readonly Paper[]): readonly Paper[] {
    const common = new Set(this.common().map(({ code }) => code));
    return papers.filter(({ code }) => !common.has(code));
  }

  /** Gives the template of a paper back its type. */
  protected asPaper(paper: unknown): Paper {
    return paper as Paper;
  }

  /** ` (1 bản chính, 2 bản sao)`: numbers that are zero are left out. */
  protected count({ originals, copies }: Paper): string {
    const parts = [
      ...(originals > 0 ? [this.t('public.procedure.originals', { count: originals })] : []),
      ...(copies > 0 ? [this.t('public.procedure.copies', { count: copies })] : []),
    ];
    return `(${parts.join(', ')})`;
  }
}
