import { prepare, type Suggestion, suggest } from './suggestions';

/** Pause in typing, in milliseconds, after which something is looked up. */
const pause = 60;
const shortest = 2;
let count = 0;

/** Turns every search field of the page into a combobox with suggestions. */
export function wireSearch(page: Document): void {
  for (const input of page.querySelectorAll<HTMLInputElement>('input[data-mc=search]'))
    new SearchBox(page, input);
}

/**
 * A combobox as WAI-ARIA describes it: the focus stays in the field, the arrow keys choose, Enter opens what is chosen or
 * searches, Escape closes. Nothing happens between the keys of a Telex or VNI word.
 */
class SearchBox {
  readonly #list: HTMLUListElement;
  readonly #status: HTMLElement;
  #chosen = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;

  constructor(
    private readonly page: Document,
    private readonly input: HTMLInputElement,
  ) {
    count += 1;
    this.#list = page.createElement('ul');
    this.#list.id = `goi-y-${String(count)}`;
    this.#list.className = 'mc-suggest';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
    this.#list.hidden = true;
    this.#status = page.createElement('p');
    this.#status.className = 'mc-visually-hidden';
    this.#status.setAttribute('role', 'status');
    for (const [name, value] of Object.entries({
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
    }))
      input.setAttribute(name, value);
    (input.parentElement ?? page.body).append(this.#list, this.#status);
    input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#typed();
    });
    input.addEventListener('compositionend', () => this.#typed());
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('focus', () => prepare(page.documentElement.lang));
    input.addEventListener('blur', () => setTimeout(() => this.#close(), 150));
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const words = this.input.value.trim();
    if (words.length < shortest) return this.#close();
    this.#timer = setTimeout(() => void this.#ask(words), pause);
  }

  async #ask(words: string): Promise<void> {
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const found = await suggest(words, this.page.documentElement.lang, asking.signal);
      if (!asking.signal.aborted) this.#show(found);
    } catch {
      // suggestions are a help; sending the form still finds everything
      if (!asking.signal.aborted) this.#close();
    }
  }

  #show(found: readonly Suggestion[]): void {
    this.#choose(-1);
    this.#list.replaceChildren(...found.map((each, index) => this.#option(each, index)));
    this.#open(found.length > 0);
    const { none = '', found: some = '' } = this.input.dataset;
    this.#status.textContent = found.length === 0 ? none : some.replace('{n}', String(found.length));
  }

  #option({ code, name, note }: Suggestion, index: number): HTMLLIElement {
    const option = this.page.createElement('li');
    option.id = `${this.#list.id}-${String(index)}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset['href'] = `/thu-tuc/${encodeURIComponent(code)}`;
    const title = this.page.createElement('span');
    title.className = 'mc-suggest__name';
    title.textContent = name;
    const small = this.page.createElement('span');
    small.className = 'mc-small mc-muted';
    small.textContent = note;
    option.append(title, small);
    // the field must not lose the focus before the choice is taken
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => this.#go(option));
    return option;
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const options = this.#list.children.length;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && options > 0) {
      event.preventDefault();
      this.#open(true);
      // one place more than there are options: the field itself
      this.#choose(((this.#chosen + 1 + move + options + 1) % (options + 1)) - 1);
    } else if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter' && this.#chosen >= 0) {
      event.preventDefault();
      this.#go(this.#list.children[this.#chosen] as HTMLElement);
    }
  }

  #choose(index: number): void {
    this.#chosen = index;
    for (const [at, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    const active = this.#list.children[index]?.id;
    if (active === undefined) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', active);
  }

  #open(open: boolean): void {
    this.#list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
  }

  #close(): void {
    this.#open(false);
    this.#choose(-1);
  }

  #go(option: HTMLElement): void {
    location.assign(option.dataset['href'] ?? '/');
  }
}
