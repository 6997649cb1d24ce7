import type { CDPSession, Page } from 'playwright-core';

interface AxValue {
  readonly value?: unknown;
}
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly description?: AxValue;
  readonly value?: AxValue;
  readonly parentId?: string;
  readonly properties?: readonly { readonly name: string; readonly value: AxValue }[];
}

/** What the focus rests on, as the accessibility tree of the browser has it. */
export interface Focus {
  readonly role: string;
  readonly name: string;
  /** The group it stands in, for example the question of a radio button. */
  readonly group: string;
  readonly spoken: string;
}

const roleWords: Readonly<Record<string, string>> = {
  textbox: 'ô nhập',
  searchbox: 'ô tìm kiếm',
  radio: 'nút chọn',
  checkbox: 'hộp kiểm',
  button: 'nút',
  link: 'liên kết',
  combobox: 'hộp chọn',
  heading: 'tiêu đề',
  alert: 'thông báo',
  status: 'trạng thái',
  group: 'nhóm',
  radiogroup: 'nhóm',
  form: 'biểu mẫu',
  navigation: 'vùng điều hướng',
  main: 'nội dung chính',
  banner: 'đầu trang',
  contentinfo: 'cuối trang',
  region: 'vùng',
  DisclosureTriangle: 'nút mở rộng',
};

/** Kinds that are named while reading on; plain text is not. */
const spokenInText: Readonly<Record<string, string>> = {
  heading: 'tiêu đề',
  button: 'nút',
  link: 'liên kết',
  navigation: 'vùng điều hướng',
  region: 'vùng',
};

/** Surroundings that are spoken when the focus comes in from outside. */
const surroundings = new Set(['group', 'radiogroup', 'navigation', 'region', 'form']);

/**
 * Works a page by the keyboard alone and writes down what a screen reader would say, from nothing but the accessibility
 * tree: the title of each page, what the focus comes to, its surroundings when they change, and what is announced.
 */
export class ScreenReader {
  readonly #lines: string[] = [];
  #around: ReadonlySet<string> = new Set();

  private constructor(
    private readonly page: Page,
    private readonly tree: CDPSession,
  ) {}

  static async attach(page: Page): Promise<ScreenReader> {
    const tree = await page.context().newCDPSession(page);
    await tree.send('Accessibility.enable');
    return new ScreenReader(page, tree);
  }

  /** Everything that was said, one utterance a line; what differs from run to run is masked. */
  transcript(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** A line by whoever tells the story. */
  scene(text: string): void {
    this.#lines.push('', `## ${text}`, '');
  }

  /** A new page: its title, then its heading, to which the portal takes the focus. */
  async hearPage(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    this.#around = new Set();
    this.#say(`Trang: ${await this.page.title()}`);
    const level = this.page.getByRole('heading', { level: 1, name: heading });
    this.#say(`tiêu đề cấp 1, ${await level.innerText()}`);
  }

  /** Reads the main part in the order in which it stands, as with the arrow keys. */
  async readOn(): Promise<void> {
    const snapshot = await this.page.getByRole('main').ariaSnapshot();
    // A line with a colon in its name stands in quotes.
    const lines = snapshot.split('\n').map((each) => each.replace(/^(\s*- )'(.*)'(:?.*)$/u, '$1$2$3'));
    for (const line of lines) {
      const [, role = '', name = '', content = ''] =
        /^\s*- (\w+)(?: "((?:[^"\\]|\\.)*)")?(?: \[[^\]]*\])*(?::\s*(.*))?$/u.exec(line) ?? [];
      const said = [name, content.replace(/^"|"$/gu, '')].filter((part) => part !== '').join(' ');
      const kind = spokenInText[role] ?? '';
      if (said !== '') this.#say(kind === '' ? said : `${said}, ${kind}`);
    }
  }

  /** Past the header of the page, by its first link. */
  async skipToContent(): Promise<void> {
    await this.tabTo('link', 'Chuyển đến nội dung chính');
    await this.page.keyboard.press('Enter');
  }

  async press(key: string): Promise<Focus> {
    await this.page.keyboard.press(key);
    return this.hear(`[${keyWords[key] ?? key}]`);
  }

  /** Goes on with Tab until the focus is on what is looked for; a page that does not lead there fails the test. */
  async tabTo(role: string, name: string | RegExp): Promise<Focus> {
    for (let steps = 0; steps < 80; steps += 1) {
      const focus = await this.press('Tab');
      if (focus.role === role && matches(focus.name, name)) return focus;
    }
    throw new Error(`Tab never came to ${role} ${String(name)}:\n${this.#lines.slice(-20).join('\n')}`);
  }

  /** Goes to a text field and fills it in. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo('textbox', name);
    await this.page.keyboard.type(text);
    this.#say(`[gõ] ${text}`);
  }

  /** Goes to the radio buttons of a question and moves with the arrow key to the answer. */
  async choose(question: RegExp, answer: string | RegExp): Promise<void> {
    let focus = await this.hear('');
    for (let steps = 0; steps < 80 && !(focus.role === 'radio' && question.test(focus.group)); steps += 1)
      focus = await this.press('Tab');
    if (matches(focus.name, answer)) {
      await this.press('Space');
      return;
    }
    for (let steps = 0; steps < 20 && !matches(focus.name, answer); steps += 1)
      focus = await this.press('ArrowDown');
    if (!matches(focus.name, answer)) throw new Error(`no answer ${String(answer)} to ${String(question)}`);
  }

  /** What an alert says as soon as it appears. */
  async hearAlert(): Promise<string> {
    const alert = this.page.getByRole('alert').first();
    await alert.waitFor();
    const said = (await alert.innerText()).split('\n').filter((line) => line.trim() !== '');
    this.#say(`[nghe] thông báo: ${said.join(' ')}`);
    return said.join(' ');
  }

  /** What the focus is on now; without a cause it is looked at, not said. */
  async hear(cause: string): Promise<Focus> {
    const path = await this.#focusPath();
    const [node, ...outer] = path;
    if (node === undefined) return { role: '', name: '', group: '', spoken: '' };
    const around = outer.filter((each) => surroundings.has(text(each.role)) && text(each.name) !== '');
    const entered = around.filter((each) => !this.#around.has(each.nodeId)).reverse();
    if (cause !== '') this.#around = new Set(around.map((each) => each.nodeId));
    const parts = [...entered.map((each) => `${wordOf(each)} ${text(each.name)}`), utterance(node)];
    const spoken = parts.join('; ');
    if (cause !== '') this.#say(`${cause} ${spoken}`);
    return { role: text(node.role), name: text(node.name), group: text(around[0]?.name), spoken };
  }

  async #focusPath(): Promise<readonly AxNode[]> {
    const { result } = await this.tree.send('Runtime.evaluate', { expression: 'document.activeElement' });
    if (result.objectId === undefined) return [];
    const { nodes } = (await this.tree.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId,
      fetchRelatives: true,
    })) as unknown as { nodes: readonly AxNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const path: AxNode[] = [];
    for (let node = nodes[0]; node !== undefined; node = byId.get(node.parentId ?? ''))
      if (!node.ignored) path.push(node);
    return path;
  }

  #say(line: string): void {
    const masked = line
      .replace(/lúc \d{1,2}:\d{2}[^,.;]*/gu, 'lúc (giờ, ngày)')
      .replace(/\d{2}:\d{2}(?::\d{2})?,? (?:ngày )?\d{1,2}\/\d{1,2}\/\d{4}/gu, '(giờ, ngày)');
    this.#lines.push(masked.replace(/\s+/gu, ' ').trim());
  }
}

const keyWords: Readonly<Record<string, string>> = {
  ArrowDown: 'mũi tên xuống',
  Space: 'phím cách',
};

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}

function text(value: AxValue | undefined): string {
  return typeof value?.value === 'string' || typeof value?.value === 'number' ? String(value.value) : '';
}

function wordOf(node: AxNode): string {
  return roleWords[text(node.role)] ?? text(node.role);
}

/** Name, kind, state, value and description, in the order in which screen readers say them. */
function utterance(node: AxNode): string {
  const property = (name: string): unknown =>
    node.properties?.find((each) => each.name === name)?.value.value;
  const role = text(node.role);
  const checked = property('checked');
  const parts = [
    text(node.name),
    role === 'heading' ? `tiêu đề cấp ${String(property('level'))}` : wordOf(node),
    checked === undefined ? '' : checked === 'true' || checked === true ? 'đã chọn' : 'chưa chọn',
    property('required') === true ? 'bắt buộc' : '',
    property('invalid') === 'true' ? 'chưa đúng' : '',
    property('expanded') === true ? 'đang mở' : '',
    property('disabled') === true ? 'không dùng được' : '',
    role === 'textbox' || role === 'searchbox' ? text(node.value) || 'trống' : '',
    text(node.description),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
