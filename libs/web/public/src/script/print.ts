export function wirePrint(page: Document): void {
  for (const button of page.querySelectorAll('[data-mc=print]'))
    button.addEventListener('click', () => window.print());
}
