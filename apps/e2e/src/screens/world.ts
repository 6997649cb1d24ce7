import type { Browser } from 'playwright-core';
import { registerKiosk } from '../people/administrator';
import { Citizen, type Tracking } from '../people/citizen';
import { Kiosk } from '../people/kiosk';
import { Officer } from '../people/officer';
import type { Visitor } from '../people/visitor';
import { Wire } from '../people/wire';

const desk = { viewport: { width: 1366, height: 768 } };

/** Everybody whose screens are looked at, signed in, and dossiers in the states that have screens of their own. */
export interface World {
  readonly people: Readonly<Record<Watcher, Visitor>>;
  readonly draft: string;
  readonly submitted: string;
  readonly asked: string;
  readonly received: string;
  readonly done: string;
  /** A request about personal data that nobody has answered. */
  readonly request: string;
  readonly tracking: Tracking;
}

export type Watcher =
  | 'visitor'
  | 'citizen'
  | 'one-stop'
  | 'specialist'
  | 'cashier'
  | 'clerk'
  | 'administrator'
  | 'data-protection'
  | 'newcomer'
  | 'kiosk'
  | 'new-kiosk';

export async function makeWorld(browser: Browser): Promise<World> {
  const [visitor, citizen, oneStop, specialist, cashier, administrator, newcomer, kiosk, newKiosk] =
    await Promise.all([
      Citizen.arrive(browser, desk),
      Citizen.arrive(browser, desk),
      Officer.arrive(browser),
      Officer.arrive(browser),
      Officer.arrive(browser),
      Officer.arrive(browser),
      Officer.arrive(browser),
      Kiosk.arrive(browser),
      Kiosk.arrive(browser),
    ]);
  await citizen.page.goto('/dang-nhap');
  await citizen.logIn('Đỗ Thanh Vân');
  await oneStop.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
  await specialist.logIn('Lương Anh Tuấn');
  await cashier.logIn('Âu Thị Loan');
  await administrator.logIn('Lại Quốc Việt');
  const dataProtection = await Officer.arrive(browser);
  await dataProtection.logIn('Mạc Hương Giang');
  const clerk = await Officer.arrive(browser);
  await clerk.logIn('Trịnh Văn Bảo');
  await kiosk.activate(await registerKiosk(browser, 'Máy xem màn hình'));

  const mine = await Wire.of(citizen.visitor.context, 'citizen');
  const counter = await Wire.of(oneStop.visitor.context, 'officer', 'one-stop-officer');
  const deskOf = await Wire.of(specialist.visitor.context, 'officer', 'specialist');
  const [draft, submitted, asked, received] = [
    await mine.draft(),
    await mine.file(),
    await mine.file(),
    await mine.file(),
  ];
  await counter.act(asked.dossierId, 'supplement-requests', {
    reason: 'Ảnh mờ, không đọc được số.',
    items: [
      { kind: 'component', ref: 'identity-paper', instruction: 'Chụp lại rõ cả hai mặt.' },
      { kind: 'field', ref: 'paperNumber', instruction: 'Ghi số của giấy khai sinh.' },
    ],
  });
  await counter.act(received.dossierId, 'reception');
  const { requestId } = await mine.send<{ requestId: string }>('POST', '/citizen/rights-requests', {
    kind: 'delete',
    details: 'Tôi muốn xóa các bản nháp cũ.',
  });
  const done = await finished(browser, mine, counter, deskOf);
  await keepPapers(mine);
  return {
    people: {
      visitor: visitor.visitor,
      citizen: citizen.visitor,
      'one-stop': oneStop.visitor,
      specialist: specialist.visitor,
      cashier: cashier.visitor,
      clerk: clerk.visitor,
      administrator: administrator.visitor,
      'data-protection': dataProtection.visitor,
      newcomer: newcomer.visitor,
      kiosk: kiosk.visitor,
      'new-kiosk': newKiosk.visitor,
    },
    draft: draft.draftId,
    submitted: submitted.dossierId,
    asked: asked.dossierId,
    received: received.dossierId,
    done,
    request: requestId,
    tracking: { transactionCode: submitted.transactionCode, pin: submitted.tracking.pin },
  };
}

/** Papers of one’s own, one of them past its last day and one shared, with an organisation and with an agency. */
async function keepPapers(mine: Wire): Promise<void> {
  const { paperId } = await mine.keepPaper({ validUntil: '2039-01-02' });
  await mine.keepPaper({
    kind: 'poor-household',
    title: 'Giấy chứng nhận hộ nghèo',
    validUntil: '2025-12-31',
  });
  const until = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const recipient = { kind: 'tax-code', value: '0990000001' };
  await mine.send('POST', `/citizen/store/papers/${paperId}/shares`, { recipient, until });
  await mine.send('POST', '/citizen/consents', {
    purpose: 'store-sharing',
    textVersion: 1,
    decision: 'given',
  });
  await keepFacts(mine);
  const search = new URLSearchParams({ search: 'hành chính công xã Đồng Sen' });
  const { items } = await mine.get<{ items: { unitId: string }[] }>(
    `/citizen/store/units?${search.toString()}`,
  );
  await mine.send('POST', `/citizen/store/papers/${paperId}/unit-shares`, {
    unitId: items[0]?.unitId,
    purpose: { kind: 'other', words: 'Để xã xác nhận nơi ở của tôi' },
    until,
  });
}

/** Two facts about oneself, one of them hidden. */
async function keepFacts(mine: Wire): Promise<void> {
  await mine.send('POST', '/citizen/consents', {
    purpose: 'profile-facts',
    textVersion: 1,
    decision: 'given',
  });
  const kept = (fact: object) =>
    mine.send<{ factId: string }>('POST', '/citizen/store/facts', {
      fact,
      fillsForms: false,
      validUntil: null,
    });
  await kept({ kind: 'current-address', text: 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân' });
  const account = { kind: 'bank-account', text: '0990001234', bank: 'Ngân hàng Sông Ngân' };
  const { factId } = await kept({ ...account, holder: 'DO THANH VAN' });
  await mine.send('PUT', `/citizen/store/facts/${factId}/hiding`, { hidden: true });
}

/** A dossier with a result that waits to be returned. */
async function finished(browser: Browser, mine: Wire, counter: Wire, desk: Wire): Promise<string> {
  const { dossierId } = await mine.file();
  await counter.act(dossierId, 'reception');
  await desk.complete(dossierId, 'submit', {
    found: 'yes',
    registerVolume: '02/1990',
    registerNumber: '45',
    entryText: 'Đỗ Thanh Vân',
  });
  const leader = await Officer.arrive(browser);
  await leader.logIn('Cao Hồng Phúc');
  await (await Wire.of(leader.visitor.context, 'officer')).complete(dossierId, 'approve');
  const clerk = await Officer.arrive(browser);
  await clerk.logIn('Trịnh Văn Bảo');
  await (
    await Wire.of(clerk.visitor.context, 'officer')
  ).complete(dossierId, 'issue', { issueNumber: '12/2026/SG' });
  await Promise.all([leader.visitor.leave(), clerk.visitor.leave()]);
  return dossierId;
}
