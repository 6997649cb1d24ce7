import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type ContentId,
  type ContentKind,
  contentKinds,
  contentTopicNames,
  contentTopics,
  type ContentView,
  createContent,
  getContent,
  publishContent,
  saveContent,
  withdrawContent,
} from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  isProblem,
  loadEndpoint,
  Localized,
  useTexts,
} from '@mocua/web/kernel';
import { Dialog, ErrorSummary, LoadingState, ProblemNotice, type SummaryError } from '@mocua/web/ui';
import { messageAt } from '../actions/field-check';
import { TextField } from '../actions/text-field';
import {
  draftOf,
  emptyText,
  fieldsOf,
  missingIn,
  type PageDraft,
  slugOf,
  summaryOf,
  typedDate,
} from './content-draft';
import { ContentHistory } from './content-history';
import { ContentTextForm } from './content-text-form';

/** Writing one page: its texts with a preview, when it is shown, and its way to the public. */
@Component({
  selector: 'mocua-content-edit-page',
  imports: [
    ContentHistory,
    ContentTextForm,
    Dialog,
    ErrorSummary,
    LoadingState,
    Localized,
    ProblemNotice,
    RouterLink,
    TextField,
  ],
  templateUrl: './content-edit-page.html',
})
export class ContentEditPage {
  /** Bound from the route: a page that exists … */
  readonly contentId = input<ContentId>();
  /** … or the kind of a new one. */
  readonly kind = input<string>();
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  protected readonly t = useTexts();
  protected readonly topics = contentTopics.map((topic) => ({ topic, name: contentTopicNames[topic] }));
  protected readonly loaded = loadEndpoint(getContent, () => {
    const contentId = this.contentId();
    return contentId === undefined ? undefined : { params: { contentId } };
  });
  protected readonly page = computed<ContentView | undefined>(() => this.loaded.value());
  protected readonly pageKind = computed<ContentKind>(
    () => this.page()?.kind ?? contentKinds.find((kind) => kind === this.kind()) ?? 'announcement',
  );
  protected readonly draft = signal<PageDraft | null>(null);
  protected readonly slug = signal('');
  protected readonly note = signal('');
  protected readonly changed = signal(false);
  protected readonly asking = signal<'publish' | 'withdraw' | null>(null);
  protected readonly busy = signal(false);
  protected readonly message = signal('');
  protected readonly failure = signal<ApiFailure | null>(null);
  readonly #tried = signal(false);
  protected readonly problems = computed<readonly SummaryError[]>(() => {
    const [draft, failure] = [this.draft(), this.failure()];
    const missing = this.#tried() && draft !== null ? missingIn(draft) : [];
    return [
      ...missing.map(({ target, what }) => ({ target, message: this.t(`officer.content.missing.${what}`) })),
      ...(failure?.kind === 'problem' ? summaryOf(failure.fields) : []),
    ];
  });

  /** The problems at the last attempt: the summary takes the focus, which must not happen while somebody types. */
  protected readonly summary = signal<readonly SummaryError[]>([]);

  constructor() {
    effect(() => {
      const page = this.page();
      if (this.draft() !== null) return;
      if (this.contentId() === undefined) this.draft.set(newDraft());
      else if (page !== undefined) {
        const fields = page.draft ?? page.published;
        if (fields !== null) this.draft.set(draftOf(fields));
      }
    });
  }

  protected problemAt(target: string): string {
    return messageAt(this.problems(), target);
  }

  protected put(change: Partial<PageDraft>): void {
    this.changed.set(true);
    this.message.set('');
    this.draft.update((draft) => draft && { ...draft, ...change });
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected chooseTopic(event: Event): void {
    const value = this.valueOf(event);
    this.put({ topic: contentTopics.find((topic) => topic === value) ?? null });
  }

  protected switchEnglish(event: Event): void {
    this.put({ en: (event.target as HTMLInputElement).checked ? emptyText : null });
  }

  /** The address of a new page follows its title until somebody writes one. */
  protected address(): string {
    return this.slug() || slugOf(this.draft()?.vi.title ?? '');
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    this.#tried.set(true);
    this.failure.set(null);
    this.summary.set(this.problems());
    if (draft === null || this.problems().length > 0) return;
    const fields = fieldsOf(draft);
    const page = this.page();
    await this.#run(async () => {
      if (page === undefined) {
        const body = { kind: this.pageKind(), slug: this.address(), fields };
        const { contentId } = await this.#api.call(createContent, { body });
        await this.#router.navigate(['/noi-dung', contentId], { replaceUrl: true });
      } else {
        const { contentId, revision } = page;
        this.#show(await this.#api.call(saveContent, { params: { contentId }, body: { revision, fields } }));
      }
      this.changed.set(false);
      this.message.set(this.t('officer.content.saved'));
    });
  }

  protected async confirm(event: Event): Promise<void> {
    event.preventDefault();
    const [page, asked] = [this.page(), this.asking()];
    if (page === undefined || asked === null) return;
    this.asking.set(null);
    const input = {
      params: { contentId: page.contentId },
      body: { revision: page.revision, note: this.note().trim() },
    };
    await this.#run(async () => {
      this.#show(await this.#api.call(asked === 'publish' ? publishContent : withdrawContent, input));
      this.note.set('');
      this.message.set(this.t(`officer.content.done.${asked}`));
    });
  }

  async #run(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    this.message.set('');
    try {
      await work();
    } catch (error) {
      this.failure.set(asApiFailure(error));
      this.summary.set(this.problems());
      // what was typed stays; the history below shows what somebody else did
      if (isProblem(error, 'content.stale')) this.loaded.reload();
    } finally {
      this.busy.set(false);
    }
  }

  #show(page: ContentView): void {
    this.loaded.set(page);
    this.#tried.set(false);
  }
}

function newDraft(): PageDraft {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  return { vi: emptyText, en: null, topic: null, validFrom: typedDate(today), validTo: '' };
}
