import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../../../tools/bootstrap/src/pinned-node.mjs';

const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìĩóòõúùũý]/iu;
/** The name of the currency is the same in English. */
const currency = /đồng/giu;
/** A piece of text shorter than this says nothing about where it comes from. */
const telling = 9;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Tells what of a page is left over from Vietnamese. Two rules, and neither knows a page:
 *
 * 1. what exists in English is never shown in Vietnamese: no text of ours, and nothing that an answer of the server holds in
 *    both languages;
 * 2. what is Vietnamese is something that an answer of the server says, in one language only: the name of a person, a place, a
 *    unit, or an official text. A text that is marked as Vietnamese (`lang="vi"`) says so itself.
 */
export class EnglishRule {
  /** Vietnamese texts with an English one beside them; what stands between parameters of a text. */
  readonly #translated = new Set<string>();
  /** What answers say in one language only, or say in English. */
  readonly #told = new Set<string>();

  static ofOurTexts(): EnglishRule {
    const rule = new EnglishRule();
    for (const library of ['kernel', 'ui', 'citizen', 'public']) {
      const folder = join(ROOT, 'libs/web', library, 'i18n');
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder).filter((name) => /(?:^|\.)vi\.json$/u.test(name)))
        rule.#pair(readJson(join(folder, file)), readJson(join(folder, file.replace('vi.json', 'en.json'))));
    }
    return rule;
  }

  /** Takes an answer of the server for what it holds. */
  hear(answer: Json): void {
    if (typeof answer === 'string') this.#told.add(normal(answer));
    if (typeof answer !== 'object' || answer === null) return;
    const { vi, en } = answer as { readonly vi?: Json; readonly en?: Json };
    if (typeof vi === 'string' && typeof en === 'string') {
      if (vi !== en) this.#translate(vi);
      this.#told.add(normal(en));
      return;
    }
    for (const part of Object.values(answer)) this.hear(part as Json);
  }

  /** What is left over on the page, with the rule it breaks. */
  async leftOvers(page: Page): Promise<readonly string[]> {
    const shown = (await textsOf(page)).map(normal).filter((text) => vietnamese.test(text));
    const told = [...this.#told].filter((text) => vietnamese.test(text)).sort((a, b) => b.length - a.length);
    return [...new Set(shown)].flatMap((text) => {
      const ours = [...this.#translated].find((piece) => text.includes(piece));
      if (ours !== undefined) return [`“${text}” has an English text`];
      const rest = told.reduce((left, each) => left.replaceAll(each, ''), text).replace(currency, '');
      return vietnamese.test(rest) ? [`“${text}” is nothing that was told: “${rest}”`] : [];
    });
  }

  #pair(vi: Json, en: Json): void {
    if (typeof vi === 'string') {
      if (vi !== en) this.#translate(vi);
      return;
    }
    for (const [key, value] of Object.entries(vi as Record<string, Json>))
      this.#pair(value, (en as Record<string, Json>)[key] ?? null);
  }

  #translate(vi: string): void {
    for (const piece of normal(vi).split(/\{\{\w+\}\}/u))
      if (piece.trim().length >= telling && vietnamese.test(piece)) this.#translated.add(piece.trim());
  }
}

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json;
}

function normal(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** What a page says, in text and in the names of its parts; what says that it is Vietnamese is left out. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const silent = 'script, style, noscript, [lang=vi]';
    const texts: string[] = [document.title];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
      if (node.parentElement?.closest(silent) === null) texts.push(node.textContent ?? '');
    const named = ['aria-label', 'title', 'alt', 'placeholder', 'data-label', 'data-start', 'data-stop'];
    for (const name of named)
      for (const element of document.querySelectorAll(`[${name}]`))
        if (element.closest(silent) === null) texts.push(element.getAttribute(name) ?? '');
    return texts;
  });
}
