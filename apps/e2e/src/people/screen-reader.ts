import type { Page } from 'playwright-core';
import { waitForHeading } from './heading';
import { type AxNode, type Focus, focusOf, Keyboard, namedAround, property, text } from './keyboard';

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

/**
 * Works a page by the keyboard alone and writes down what a screen reader would say, from nothing but the accessibility
 * tree: the title of each page, what the focus comes to, its surroundings when they change, and what is announced.
 */
export class ScreenReader extends Keyboard {
  readonly #lines: string[] = [];
  #around: ReadonlySet<string> = new Set();

  static override async attach(page: Page): Promise<ScreenReader> {
    return new ScreenReader(page, await Keyboard.treeOf(page));
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
    const level = await waitForHeading(this.page, heading);
    this.#around = new Set();
    this.#say(`Trang: ${await this.page.title()}`);
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

  override async press(key: string): Promise<Focus> {
    await this.page.keyboard.press(key);
    return this.hear(`[${keyWords[key] ?? key}]`);
  }

  override async type(typed: string, pace = 0): Promise<void> {
    await super.type(typed, pace);
    this.#say(`[gõ] ${typed}`);
  }

  /** What an alert says as soon as it appears. */
  async hearAlert(): Promise<string> {
    const alert = this.page.getByRole('alert').first();
    await alert.waitFor();
    const said = (await alert.innerText()).split('\n').filter((line) => line.trim() !== '');
    this.#say(`[nghe] thông báo: ${said.join(' ')}`);
    return said.join(' ');
  }

  /** Says what the focus is on now. */
  async hear(cause: string): Promise<Focus> {
    const path = await this.focusPath();
    const [node] = path;
    if (node === undefined) return focusOf(path);
    const around = namedAround(path);
    const entered = around.filter((each) => !this.#around.has(each.nodeId)).reverse();
    this.#around = new Set(around.map((each) => each.nodeId));
    const parts = [...entered.map((each) => `${wordOf(each)} ${text(each.name)}`), utterance(node)];
    this.#say(`${cause} ${parts.join('; ')}`);
    return focusOf(path);
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

function wordOf(node: AxNode): string {
  return roleWords[text(node.role)] ?? text(node.role);
}

/** Name, kind, state, value and description, in the order in which screen readers say them. */
function utterance(node: AxNode): string {
  const told = (name: string): unknown => property(node, name)?.value;
  const role = text(node.role);
  const checked = told('checked');
  const parts = [
    text(node.name),
    role === 'heading' ? `tiêu đề cấp ${String(told('level'))}` : wordOf(node),
    checked === undefined ? '' : checked === 'true' || checked === true ? 'đã chọn' : 'chưa chọn',
    told('required') === true ? 'bắt buộc' : '',
    told('invalid') === 'true' ? 'chưa đúng' : '',
    told('expanded') === true ? 'đang mở' : '',
    told('disabled') === true ? 'không dùng được' : '',
    role === 'textbox' || role === 'searchbox' ? text(node.value) || 'trống' : '',
    text(node.description),
  ];
  return parts.filter((part) => part !== '').join(', ');
}
