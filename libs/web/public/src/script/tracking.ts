/**
 * Opens a dossier from the QR code of a receipt, whose code and PIN stand behind the hash of the address: no server log sees
 * them there. They are sent as the form would send them, and taken out of the address and the history.
 */
export function wireTracking(page: Document): void {
  const form = page.querySelector<HTMLFormElement>('form[data-mc=tracking]');
  if (form === null || location.hash.length < 2) return;
  const sent = new URLSearchParams(location.hash.slice(1));
  const [code, pin] = [sent.get('m') ?? '', sent.get('p') ?? ''];
  if (code === '' && pin === '') return;
  history.replaceState(null, '', location.pathname);
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  field('ma').value = code;
  field('pin').value = pin;
  if (code !== '' && pin !== '') form.submit();
  else field(code === '' ? 'ma' : 'pin').focus();
}
