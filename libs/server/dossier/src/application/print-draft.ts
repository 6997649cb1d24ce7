import { Injectable } from '@nestjs/common';
import type { DossierState } from '@mocua/engine/dossier';
import { type DraftFile, PrintedDocuments, type PrintedSigner } from '@mocua/server/document';
import { printedText } from '../domain/printed-text';
import { paperName } from './print-document';
import { form03Data } from './printing/form-data';
import { printedValues } from './printing/print-source';
import { PrintSources } from './printing/print-sources';
import { resultData } from './printing/result-data';

/** A decision that is to be signed and numbered elsewhere. */
export interface DraftWanted {
  readonly document: 'result' | 'refusal';
  /** Event as of which it is drafted. */
  readonly seq: number;
  /** Instant of that event: the day on the draft, so that the same draft is the same file. */
  readonly at: string;
  /** FEEL for what it is about. */
  readonly abstract: string;
}

export interface DraftPaper {
  readonly file: DraftFile;
  readonly fileName: string;
  readonly abstract: string;
  /** The leader who approved it. */
  readonly signer: PrintedSigner;
}

/** Prints what a decision is to be, before it has number and day; it becomes no document of the dossier. */
@Injectable()
export class PrintDraft {
  constructor(
    private readonly sources: PrintSources,
    private readonly printed: PrintedDocuments,
  ) {}

  async execute(state: DossierState, { document, seq, at, abstract }: DraftWanted): Promise<DraftPaper> {
    const kind = document === 'result' ? 'result' : 'form-03';
    const { source, signer: signerOf } = await this.sources.of(state, { kind, seq, issuedAt: at });
    const [mapping, signer] = [source.opened.procedure.print, await signerOf()];
    const file = await (kind === 'result'
      ? this.printed.printDraft(kind, resultData(source, mapping, signer))
      : this.printed.printDraft(kind, form03Data(source, mapping, signer)));
    return {
      file,
      signer,
      fileName: `Dự thảo ${paperName(state, kind)}`,
      abstract: printedText(abstract, printedValues(source)) ?? source.opened.procedure.entry.name.vi,
    };
  }
}
