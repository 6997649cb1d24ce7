/**
 * Opens language and display over the page. The form in it is the one of the page for browsers without script, fetched when
 * somebody asks for it; sending it works the same.
 */
export function wireDisplay(page: Document): void {
  const link = page.querySelector<HTMLAnchorElement>('a[data-mc=display]');
  link?.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openDisplay(page, link).catch(() => location.assign(link.href)); // the page itself does the same
  });
}

async function openDisplay(page: Document, link: HTMLAnchorElement): Promise<void> {
  const other = await documentAt(link.href);
  const form = other.querySelector('[data-mc=display-form]');
  const heading = other.querySelector('h1');
  const back = other.querySelector('[data-mc=display-back]');
  if (form === null || heading === null) throw new Error('no form');
  const dialog = page.createElement('dialog');
  dialog.className = 'mc-dialog';
  const title = page.createElement('h2');
  title.id = 'hien-thi-tieu-de';
  title.textContent = heading.textContent;
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(title, page.adoptNode(form));
  if (back !== null) {
    const close = page.createElement('button');
    close.type = 'button';
    close.className = 'mc-button mc-button--quiet';
    close.textContent = back.textContent;
    close.addEventListener('click', () => dialog.close());
    dialog.append(close);
  }
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  page.body.append(dialog);
  dialog.showModal();
}

/** Another page as a document. A request that parses needs no sink for strings; the policy of the pages allows none. */
function documentAt(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () =>
      request.responseXML ? resolve(request.responseXML) : reject(new Error('unreadable'));
    request.onerror = () => reject(new Error('unreachable'));
    request.send();
  });
}
