import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isDeep } from '@mocua/testing';
import type { Answers, OfficerDossierView } from '@mocua/contract';
import type { Browser } from 'playwright-core';
import { filingPackages } from '../src/packages/filing-package';
import { registerKiosk } from '../src/people/administrator';
import { AssistedFiling } from '../src/people/assisted-filing';
import { Citizen } from '../src/people/citizen';
import { FormAnswers } from '../src/people/form-answers';
import { FormFiller } from '../src/people/form-filler';
import { Kiosk } from '../src/people/kiosk';
import { NationalApplicant } from '../src/people/national-applicant';
import { Officer } from '../src/people/officer';
import { photo } from '../src/people/papers';
import { ScreenKeys } from '../src/people/screen-keys';
import { openBrowser } from '../src/people/visitor';
import { Wire } from '../src/people/wire';

const procedure = 'Cấp bản sao từ sổ gốc';
const identityPaper = /^Bản chụp giấy tờ tùy thân/u;
const address = 'Thôn Đông, xã Đồng Sen, tỉnh Sông Ngân';
const letter = 'RR900000001VN';
const person = {
  name: 'Trần Văn Lâm',
  personalId: '099096000103',
  birthDate: '1996-05-14',
  phone: '0900000103',
  email: 'lam@vidu.example',
  address,
};

/** Those of every `npm test`; all five: `npm run test:deep`. */
const channels: readonly Channel[] = isDeep()
  ? ['portal', 'national portal', 'kiosk', 'counter', 'post']
  : ['national portal', 'counter'];
/** What everybody says, for who types it on the keys of a kiosk. */
const said: Answers = {
  phone: person.phone,
  relation: 'self',
  paperKind: 'birth',
  registerKeeper: 'UBND xã Đồng Sen',
  copies: 2,
  returnMethod: 'electronic',
  confirmed: true,
};
type Channel = 'portal' | 'national portal' | 'kiosk' | 'counter' | 'post';

let browser: Browser;
let lam: Citizen;
let oneStop: Officer;
let mine: Wire;
let desk: Wire;
const filed = new Map<Channel, string>();
let nationalCode = '';

beforeAll(async () => {
  browser = await openBrowser();
  lam = await Citizen.arrive(browser);
  await lam.page.goto('/dang-nhap');
  await lam.logIn('Trần Văn Lâm');
  mine = await Wire.of(lam.visitor.context, 'citizen');
  oneStop = await Officer.arrive(browser);
  await oneStop.logIn('Ngô Thị Hạnh', /Cán bộ một cửa/u);
  desk = await Wire.of(oneStop.visitor.context, 'officer', 'one-stop-officer');
});
afterAll(() => browser.close());

async function dossiersOfMine(): Promise<string[]> {
  const { items } = await mine.get<{ items: { dossierId: string }[] }>('/citizen/dossiers');
  return items.map(({ dossierId }) => dossierId);
}

/** Files in this way, and answers which dossier of Mr Lâm is new. */
async function file(channel: Channel): Promise<string> {
  const before = new Set(await dossiersOfMine());
  await ways[channel]();
  const fresh = (await dossiersOfMine()).filter((dossierId) => !before.has(dossierId));
  expect(fresh).toHaveLength(1);
  return fresh[0] ?? '';
}

/** What is asked behind the page about the person, in words every channel has. */
async function answer(answers: FormAnswers): Promise<void> {
  await answers.choose(/^Bạn là/u, 'Người được cấp bản chính');
  await answers.choose(/^Loại giấy tờ/u, 'Giấy khai sinh');
  await answers.choose(/^Nơi đang giữ sổ gốc/u, 'UBND xã Đồng Sen');
  await answers.write(/^Số bản sao cần cấp/u, '2');
}

async function assist(letterNumber?: string): Promise<void> {
  const filing = new AssistedFiling(oneStop);
  await filing.begin(person, letterNumber);
  const { answers } = filing;
  await answers.write(/^Thư điện tử/u, person.email);
  await answers.address(/^Nơi ở hiện nay/u, person.address);
  await answer(answers);
  await answers.choose(/^Bạn muốn nhận kết quả/u, 'Bản điện tử');
  await answers.confirm();
  await filing.submit();
}

const ways: Readonly<Record<Channel, () => Promise<void>>> = {
  portal: async () => {
    const answers = new FormAnswers(lam.page);
    await lam.page.goto('/nop-ho-so/2.000908');
    await lam.heading('Người yêu cầu');
    await answers.address(/^Nơi ở hiện nay/u, person.address);
    await lam.continue();
    await lam.heading('Giấy tờ cần sao');
    await answer(answers);
    await lam.continue();
    await lam.heading('Nhận kết quả');
    await answers.choose(/^Bạn muốn nhận kết quả/u, 'Bản điện tử');
    await answers.confirm();
    await lam.continue();
    await lam.heading('Giấy tờ kèm theo');
    await lam.upload(identityPaper, photo);
    await lam.continue();
    await lam.heading('Kiểm tra rồi nộp');
    await lam.page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click();
    await lam.heading('Đã nộp hồ sơ');
  },
  'national portal': async () => {
    const applicant = await NationalApplicant.arrive(browser);
    nationalCode = await applicant.file({
      ...person,
      paperKind: 'Giấy khai sinh',
      agency: 'UBND xã Đồng Sen',
      copies: '2',
    });
    await applicant.visitor.leave();
  },
  kiosk: async () => {
    const form = filingPackages().find(({ code }) => code === '2.000908')?.form;
    if (!form) throw new Error('2.000908 is not in the repository');
    const kiosk = await Kiosk.arrive(browser);
    const finger = new ScreenKeys(kiosk.page);
    const filler = new FormFiller(kiosk.page, finger);
    await kiosk.activate(await registerKiosk(browser, 'Máy thử các kênh'));
    await kiosk.openProcedure('2.000908', new RegExp(procedure, 'u'));
    await finger.touch(kiosk.page.getByRole('button', { name: 'Nộp hồ sơ tại máy' }));
    await kiosk.signInByCard('lam', 'Người yêu cầu');
    const box = kiosk.page
      .getByRole('group', { name: /^Nơi ở hiện nay/u })
      .getByRole('textbox')
      .first();
    await box.fill(person.address);
    await filler.fill(form, said);
    await filler.arriveAt('Giấy tờ kèm theo');
    await kiosk.scan(identityPaper);
    await finger.touch(kiosk.page.getByRole('button', { name: 'Tiếp tục', exact: true }));
    await filler.arriveAt('Xem lại trước khi nộp');
    await kiosk.visitor.settled();
    await finger.touch(kiosk.page.getByRole('main').getByRole('button', { name: 'Nộp hồ sơ', exact: true }));
    await kiosk.heading('Đã nộp hồ sơ');
    await kiosk.visitor.leave();
  },
  counter: () => assist(),
  post: () => assist(letter),
};

describe('a copy from a register, asked for by the same person in every way', () => {
  it.each(channels)('is filed by the %s', async (channel) => {
    filed.set(channel, await file(channel));
  });

  it('is the same to the officer but for the channel', async () => {
    const views = new Map<Channel, unknown>();
    for (const [channel, dossierId] of filed) views.set(channel, await viewed(channel, dossierId));
    const [first] = views.values();
    for (const view of views.values()) expect(view).toEqual(first);
    const screens: string[] = [];
    for (const [channel, dossierId] of filed) screens.push(await screenOf(channel, dossierId));
    for (const screen of screens) expect(screen).toBe(screens[0]);
  });

  it('is received alike, and keeps the code of the national portal', async () => {
    for (const [channel, dossierId] of filed) {
      await oneStop.page.goto(`/can-bo/ho-so/${dossierId}`);
      const form = await oneStop.begin('Tiếp nhận hồ sơ');
      await form.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click();
      await oneStop.sees('Đã tiếp nhận.');
      const code = await oneStop.readCode();
      expect([channel, code === nationalCode]).toEqual([channel, channel === 'national portal']);
    }
  });

  it('leaves no complaint in anybody’s browser', () => {
    expect([lam, oneStop].flatMap((each) => each.visitor.takeComplaints())).toEqual([]);
  });
});

/** As the interface names the channels. */
const named: Readonly<Record<Channel, string>> = {
  portal: 'online',
  'national portal': 'online',
  kiosk: 'kiosk',
  counter: 'counter',
  post: 'post',
};
/** As the page of the dossier names where it came from. */
const sources: Readonly<Record<Channel, string>> = {
  portal: 'Cổng dịch vụ công của tỉnh',
  'national portal': 'Cổng Dịch vụ công quốc gia',
  kiosk: 'Kiosk tại Bộ phận Một cửa',
  counter: 'Cán bộ nộp giúp tại quầy',
  post: 'Thư qua bưu chính',
};
/** Who typed it in for somebody at the counter, or from a letter. */
const typist = 'Trung tâm Phục vụ hành chính công xã Đồng Sen – cán bộ một cửa';
const applicant = 'Người nộp hồ sơ';

/** The view of the officer without channel, who typed it in, and what belongs to one filing: ids, codes, instants, files. */
async function viewed(by: Channel, dossierId: string): Promise<unknown> {
  const { channel, timeline, ...view } = await desk.get<OfficerDossierView>(`/officer/dossiers/${dossierId}`);
  expect([by, channel]).toEqual([by, named[by]]);
  expect([by, timeline.map(({ kind }) => kind)]).toEqual([by, ['dossier-submitted']]);
  const assisted = by === 'counter' || by === 'post';
  expect([by, timeline[0]?.actor?.label]).toEqual([by, assisted ? typist : applicant]);
  return alike(view);
}

function alike(value: unknown): unknown {
  if (typeof value === 'string') return normalised(value);
  if (Array.isArray(value)) return value.map(alike);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      ['fileName', 'size', 'sha256', 'mediaType'].includes(name) ? name : alike(each),
    ]),
  );
}

function normalised(text: string): string {
  return text
    .replace(/\b[0-9a-f]{64}\b/gu, 'hash')
    .replace(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gu, 'id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, 'instant')
    .replace(/T\d{6}-[0-9A-Z]+/gu, 'transaction code');
}

/** What the page of the dossier says, without the channel, where it came from, codes, times and files. */
async function screenOf(by: Channel, dossierId: string): Promise<string> {
  const { page, visitor } = oneStop;
  await page.goto(`/can-bo/ho-so/${dossierId}`);
  await page.getByRole('heading', { name: 'Lịch sử hồ sơ' }).waitFor();
  await visitor.settled();
  const origin = await page.getByRole('region', { name: 'Nguồn của hồ sơ' }).innerText();
  expect([by, origin]).toEqual([by, expect.stringContaining(`Đến từ: ${sources[by]}`)]);
  expect([by, origin.includes(nationalCode)]).toEqual([by, by === 'national portal']);
  const text = (await page.getByRole('main').innerText()).replace(origin, '');
  return normalised(text)
    .replace(typist, 'Người nộp')
    .replace(/\d{1,2}:\d\d/gu, 'time')
    .replace(/^.*(?:\.png|\.pdf|\.jpg|\d KB|\d B).*$/gmu, 'file')
    .replace(/^.*(?:Trực tuyến|Kiosk|quầy|bưu).*$/gimu, 'channel');
}
