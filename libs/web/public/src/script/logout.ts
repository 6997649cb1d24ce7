interface SessionAnswer {
  readonly csrfToken: string | null;
}

/** Ends the session and everything this browser kept for the person, as the application does. */
export function wireLogout(page: Document): void {
  page.querySelector('[data-mc=logout]')?.addEventListener('click', () => void logOut());
}

async function logOut(): Promise<void> {
  const asked = await fetch('/api/v1/session?audience=citizen', { credentials: 'same-origin' });
  const { csrfToken } = (await asked.json()) as SessionAnswer;
  const ended =
    csrfToken === null
      ? null
      : await fetch('/api/v1/session/logout', {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
          body: JSON.stringify({ audience: 'citizen' }),
        });
  sessionStorage.clear();
  indexedDB.deleteDatabase('mocua');
  const answer = ended?.ok ? ((await ended.json()) as { endSessionUrl: string | null }) : null;
  location.assign(answer?.endSessionUrl ?? '/');
}
