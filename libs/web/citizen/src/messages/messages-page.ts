import { afterNextRender, Component, computed, effect, inject, Injector, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listMessages, markMessagesRead, type MessageView } from '@mocua/contract';
import {
  ApiClient,
  type ApiFailure,
  asApiFailure,
  focusHeading,
  formatInstant,
  Language,
  loadList,
  Localized,
  useTexts,
} from '@mocua/web/kernel';
import { EmptyState, LoadingState, ProblemNotice, ShowMore } from '@mocua/web/ui';
import { UnreadMessages } from '../mine/unread-messages';

/** Every notice the agency sent about the person's dossiers, with what became of it on the telephone. */
@Component({
  selector: 'mocua-messages-page',
  imports: [RouterLink, Localized, EmptyState, LoadingState, ProblemNotice, ShowMore],
  templateUrl: './messages-page.html',
})
export class MessagesPage {
  readonly #api = inject(ApiClient);
  readonly #language = inject(Language);
  readonly #unreadCount = inject(UnreadMessages);
  protected readonly t = useTexts();
  protected readonly list = loadList(listMessages, (message) => message.messageId);
  protected readonly unread = computed(() => (this.list.items() ?? []).filter((one) => one.readAt === null));
  readonly #injector = inject(Injector);
  /** Said once it was asked for here. */
  protected readonly allRead = signal(false);
  protected readonly failure = signal<ApiFailure | null>(null);

  constructor() {
    effect(() => {
      const unread = (this.list.last() as { readonly unread?: number } | undefined)?.unread;
      if (unread !== undefined) this.#unreadCount.set(unread);
    });
  }

  protected when(instant: string): string {
    return formatInstant(instant, this.#language.current());
  }

  /** Where the message can be acted on. */
  protected pageOf({ dossierId }: MessageView): readonly string[] {
    return dossierId === null ? ['/du-lieu-ca-nhan'] : ['/ho-so', dossierId];
  }

  /** Whoever opens the dossier has seen what the message is about. */
  protected opened(message: MessageView): void {
    if (message.readAt === null) void this.read([message]);
  }

  /** The button goes with its work; the focus that stood on it goes to the head of the page, not to nowhere. */
  protected async readAll(): Promise<void> {
    await this.read(this.unread());
    if (this.failure() !== null || this.unread().length > 0) return;
    this.allRead.set(true);
    afterNextRender({ read: () => focusHeading() }, { injector: this.#injector });
  }

  protected async read(messages: readonly MessageView[]): Promise<void> {
    this.failure.set(null);
    const messageIds = messages.slice(0, 100).map((message) => message.messageId);
    try {
      const { unread } = await this.#api.call(markMessagesRead, { body: { messageIds } });
      const readAt = new Date().toISOString();
      this.list.update((items) =>
        items.map((item) => (messageIds.includes(item.messageId) ? { ...item, readAt } : item)),
      );
      this.#unreadCount.set(unread);
    } catch (error) {
      this.failure.set(asApiFailure(error));
    }
  }
}
