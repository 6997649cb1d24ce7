/** Brings the reader of a form that came back to what is wrong in it. */
export function wireErrors(page: Document): void {
  page.querySelector<HTMLElement>('[data-mc=errors]')?.focus();
}
