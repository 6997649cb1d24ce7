import type { Page } from 'playwright-core';

/**
 * From now on the open step of a dossier looks like one whose document is numbered elsewhere, in a system that is down; the server knows
 * nothing of it. Answers which reason the clerk sent.
 */
export async function whileDocumentsAreDown(page: Page): Promise<() => string | null> {
  let taskId = '';
  let reason: string | null = null;
  await page.route(/\/api\/v1\/officer\/dossiers\/[\w-]+$/u, async (route) => {
    const response = await route.fetch();
    const dossier = (await response.json()) as { tasks?: { taskId: string; system: string | null }[] };
    taskId = dossier.tasks?.[0]?.taskId ?? taskId;
    const tasks = dossier.tasks?.map((task) => ({ ...task, system: 'document-management' }));
    await route.fulfill({ response, json: { ...dossier, tasks } });
  });
  await page.route(/\/api\/v1\/officer\/dossiers\/[\w-]+\/outgoing-documents$/u, (route) =>
    route.fulfill({ json: { items: [{ ...waiting, taskId }] } }),
  );
  page.on('request', (request) => {
    const body = request.method() === 'POST' ? request.postData() : null;
    if (body?.includes('numberedHere'))
      reason = (JSON.parse(body) as { numberedHere: { reason: string } }).numberedHere.reason;
  });
  return () => reason;
}

const both = (vi: string) => ({ vi, en: vi });
const waiting = {
  stepName: both('Ký, cấp số, phát hành'),
  kind: both('Quyết định'),
  standing: 'waiting',
  basis: 'Nghị định 30/2020/NĐ-CP',
  handedOverAt: null,
  lastHeardAt: null,
  externalCode: null,
  trouble: 'document-management: breaker-open',
  news: [],
  issued: null,
  hasDraft: false,
  file: null,
  signature: null,
  byHand: 'reason',
  exception: null,
};
