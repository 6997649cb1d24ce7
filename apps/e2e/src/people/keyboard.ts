import type { CDPSession, Page } from 'playwright-core';

interface AxValue {
  readonly value?: unknown;
  readonly relatedNodes?: readonly { readonly idref?: string; readonly text?: string }[];
}

/** A node of the accessibility tree as the browser tells it. */
export interface AxNode {
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
  /** Hints and errors that are linked to it. */
  readonly description: string;
  /** The group it stands in, for example the question of a radio button. */
  readonly group: string;
  readonly checked: boolean;
  readonly expanded: boolean;
  readonly invalid: boolean;
  /** Id of the choice in a list that the arrow keys have come to, while the focus stays in the field. */
  readonly active: string;
}

/** Surroundings that are told when the focus comes in from outside. */
const surroundings: ReadonlySet<string> = new Set(['group', 'radiogroup', 'navigation', 'region', 'form']);

const nowhere: Focus = {
  role: '',
  name: '',
  description: '',
  group: '',
  checked: false,
  expanded: false,
  invalid: false,
  active: '',
};

/** Works a page by keys alone; where the focus is, is known only from the accessibility tree. */
export class Keyboard {
  protected constructor(
    protected readonly page: Page,
    private readonly tree: CDPSession,
  ) {}

  static async attach(page: Page): Promise<Keyboard> {
    return new Keyboard(page, await Keyboard.treeOf(page));
  }

  protected static async treeOf(page: Page): Promise<CDPSession> {
    const tree = await page.context().newCDPSession(page);
    await tree.send('Accessibility.enable');
    return tree;
  }

  async focus(): Promise<Focus> {
    return focusOf(await this.focusPath());
  }

  async press(key: string): Promise<Focus> {
    await this.page.keyboard.press(key);
    return this.focus();
  }

  /** @param pace - milliseconds between two keys, where it matters that a person types and no machine */
  async type(text: string, pace = 0): Promise<void> {
    await this.page.keyboard.type(text, { delay: pace });
  }

  /**
   * Goes on with Tab until the focus is on what is looked for; a page that does not lead there fails the test.
   *
   * @param key - `Shift+Tab` to go back
   */
  async tabTo(role: string, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focus> {
    const way: string[] = [];
    for (let steps = 0; steps < 80; steps += 1) {
      const focus = await this.press(key);
      if (focus.role === role && matches(focus.name, name)) return focus;
      way.push(`${focus.role} ${focus.name}`);
    }
    throw new Error(`${key} never came to ${role} ${String(name)}:\n${way.slice(-20).join('\n')}`);
  }

  /** Goes to a button or a link and presses Enter on it. */
  async enter(role: 'button' | 'link', name: string | RegExp): Promise<void> {
    await this.tabTo(role, name);
    await this.page.keyboard.press('Enter');
  }

  /** Past the header of the page, by its first link. */
  async skipToContent(): Promise<void> {
    await this.enter('link', 'Chuyển đến nội dung chính');
  }

  /** Goes to a text field and fills it in. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo('textbox', name);
    await this.type(text);
  }

  /** Goes to the radio buttons of a question and moves with the arrow key to the answer. */
  async choose(question: RegExp, answer: string | RegExp): Promise<void> {
    let focus = await this.focus();
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

  /** The focused node and what it stands in, the innermost first. */
  protected async focusPath(): Promise<readonly AxNode[]> {
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
}

export function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}

export function text(value: AxValue | undefined): string {
  return typeof value?.value === 'string' || typeof value?.value === 'number' ? String(value.value) : '';
}

export function property(node: AxNode, name: string): AxValue | undefined {
  return node.properties?.find((each) => each.name === name)?.value;
}

/** The named surroundings of a focused node, the innermost first. */
export function namedAround([, ...outer]: readonly AxNode[]): readonly AxNode[] {
  return outer.filter((each) => surroundings.has(text(each.role)) && text(each.name) !== '');
}

export function focusOf(path: readonly AxNode[]): Focus {
  const node = path[0];
  if (node === undefined) return nowhere;
  const checked = property(node, 'checked')?.value;
  return {
    role: text(node.role),
    name: text(node.name),
    description: text(node.description),
    group: text(namedAround(path)[0]?.name),
    checked: checked === true || checked === 'true',
    expanded: property(node, 'expanded')?.value === true,
    invalid: property(node, 'invalid')?.value === 'true',
    active: property(node, 'activedescendant')?.relatedNodes?.[0]?.idref ?? '',
  };
}
