/** Prints the list of papers alone; the ordinary command of the browser still prints the whole page. */
export function wirePrint(page: Document): void {
  const root = page.documentElement;
  for (const button of page.querySelectorAll('[data-mc=print]')) {
    button.addEventListener('click', () => {
      root.dataset['print'] = 'papers';
      window.print();
      delete root.dataset['print'];
    });
  }
}
