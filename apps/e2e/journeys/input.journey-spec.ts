import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page, Request } from 'playwright-core';
import type { AddressValue, Answers, DraftView, SessionView } from '@mocua/contract';
import { Citizen } from '../src/people/citizen';
import { waitForHeading } from '../src/people/heading';
import { Keyboard } from '../src/people/keyboard';
import { Officer } from '../src/people/officer';
import { openBrowser } from '../src/people/visitor';
import { Wire } from '../src/people/wire';

const desk = { viewport: { width: 1280, height: 900 } };
const certificate = '1.001699';
const readsDraft = /\/citizen\/drafts\/[^/]+$/u;

let browser: Browser;
let khoa: Citizen;
let page: Page;
let keys: Keyboard;
let wire: Wire;

beforeAll(async () => {
  browser = await openBrowser();
  khoa = await Citizen.arrive(browser, desk);
  ({ page } = khoa);
  await page.goto('/dang-nhap');
  await khoa.logIn('Vũ Đình Khoa');
  keys = await Keyboard.attach(page);
  wire = await Wire.of(khoa.visitor.context, 'citizen');
});
afterAll(() => browser.close());

/** A page on a machine with no time to draw: until it is let, it takes keys and shows nothing of what comes of them. */
async function withoutDrawing(work: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const { setTimeout: later, requestAnimationFrame: frame } = window;
    const waiting: (() => void)[] = [];
    const wait = (run: () => void, delay = 0): number => {
      if (delay > 5) return later(run, delay);
      waiting.push(run);
      return 0;
    };
    Object.assign(window, {
      setTimeout: wait,
      requestAnimationFrame: (run: FrameRequestCallback) => wait(() => run(performance.now())),
      draw: () => {
        Object.assign(window, { setTimeout: later, requestAnimationFrame: frame });
        for (const run of waiting) run();
      },
    });
  });
  await work();
  await page.evaluate(() => (window as unknown as { draw: () => void }).draw());
}

// One person's draft, from opening it to what the server has of it.
describe('what a person types', () => {
  it('gets a draft by one call, which nobody but the person repeats when it fails', async () => {
    const lam = await Citizen.arrive(browser, desk);
    await lam.page.goto('/dang-nhap');
    await lam.logIn('Trần Văn Lâm');
    let calls = 0;
    // acts for nobody and has begun nothing: nothing to ask, the draft is opened at once
    await lam.page.route(/\/citizen\/drafts$/u, (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ json: { items: [] } });
      calls += 1;
      return route.abort();
    });
    await lam.page.goto(`/nop-ho-so/${certificate}`);
    await lam.page.getByRole('alert').first().waitFor();
    await lam.visitor.settled();
    expect(calls).toBe(1);
    await lam.visitor.leave();
  });

  it('stands on a draft that is read once, whomever it is for: a second answer would be older than the keys', async () => {
    const { person } = await wire.get<SessionView>('/session?audience=citizen');
    const mother = person?.actingFor.find(({ displayName }) => displayName === 'Hoàng Thị Lành');
    const draft = await wire.send<DraftView>('POST', '/citizen/drafts', {
      procedureCode: certificate,
      startNew: true,
      actingFor: mother?.partyId,
    });
    let reads = 0;
    page.on('request', (request) => {
      if (request.method() === 'GET' && readsDraft.test(request.url())) reads += 1;
    });
    await page.goto(`/ban-nhap/${draft.draftId}/person`);
    await waitForHeading(page, 'Người cần xác định khuyết tật');
    await khoa.visitor.settled();
    expect(reads).toBe(1);
  });

  it('arrives whole, however much quicker than the page the keys are', async () => {
    await page.getByRole('radio', { name: /^Cho người tôi giám hộ/u }).check();
    await page.getByRole('textbox', { name: 'Ngày' }).waitFor();
    const saved = page.waitForRequest((request) => saysWard(request, 'Xã Pù Lĩnh'));
    await withoutDrawing(async () => {
      await keys.fill('Ngày', '18');
      await keys.fill('Tháng', '4');
      await keys.fill('Năm', '1948');
      await keys.fill(/^Số nhà/u, 'Bản Chiềng');
      await keys.fill(/^Xã, phường/u, 'Xã Pù Lĩnh');
    });
    expect(answersOf(await saved)).toMatchObject({
      subjectBirthDate: '1948-4-18',
      subjectAddress: { text: 'Bản Chiềng', wardName: 'Xã Pù Lĩnh' },
    });
    expect(await page.getByRole('textbox', { name: 'Ngày' }).inputValue()).toBe('18');
  });

  it('opens the next question before the next key, so that Tab comes to it', async () => {
    await page.reload();
    await waitForHeading(page, 'Người cần xác định khuyết tật');
    await withoutDrawing(async () => {
      await keys.choose(/^Bạn đề nghị việc gì/u, /^Cấp lại/u);
      expect((await keys.press('Tab')).name).toBe('Số Giấy xác nhận khuyết tật đã có');
    });
  });

  it('leaves no complaint in the browser', () => {
    expect(khoa.visitor.takeComplaints()).toEqual([]);
  });
});

// Somebody corrects what a summary of errors told them.
describe('a summary of errors', () => {
  it('takes the focus at the attempt, and leaves it to whoever writes from then on', async () => {
    const administrator = await Officer.arrive(browser);
    const office = administrator.page;
    await administrator.logIn('Lại Quốc Việt');
    await office.getByRole('link', { name: 'Thiết bị kiosk' }).click();
    await office.getByRole('button', { name: 'Đăng ký máy mới' }).click();
    await office.getByRole('button', { name: 'Lấy mã kích hoạt' }).click();
    const typing = await Keyboard.attach(office);
    await office.getByRole('alert').first().waitFor();
    expect((await typing.focus()).role).toBe('alert');
    await typing.fill('Tên máy', 'Máy');
    for (let erased = 0; erased < 3; erased += 1) await typing.press('Backspace');
    await typing.type('Máy mới');
    expect(await office.getByRole('textbox', { name: 'Tên máy' }).inputValue()).toBe('Máy mới');
    expect(administrator.visitor.takeComplaints()).toEqual([]);
  });
});

// The line breaks after the exchange was made: what was made must still be readable, or the receiver understands nothing any more.
describe('an exchange of a signing secret', () => {
  it('shows the secret of the first time when the reply was lost and the same button is pressed again', async () => {
    const administrator = await Officer.arrive(browser);
    const office = administrator.page;
    await administrator.logIn('Lại Quốc Việt');
    const url = 'https://tin-bao.songngan.example/mo-cua';
    await subscribeSystem(office, url);
    const sent: (string | undefined)[] = [];
    const made: string[] = [];
    await office.route('**/webhook-subscriptions/*/secret-rotation', async (route) => {
      sent.push(route.request().headers()['idempotency-key']);
      const reply = await route.fetch();
      made.push(((await reply.json()) as { signingSecret: string }).signingSecret);
      await (sent.length === 1 ? route.abort() : route.fulfill({ response: reply }));
    });
    await office.getByRole('button', { name: `Đổi khóa ký ${url}` }).click();
    const dialog = office.getByRole('dialog', { name: 'Đổi khóa ký tin' });
    const exchange = dialog.getByRole('button', { name: 'Đổi, khóa cũ dùng thêm 24 giờ' });
    await exchange.click();
    await dialog.getByText('Chưa rõ khóa đã đổi hay chưa.').waitFor();
    await exchange.click();
    const shown = office.getByRole('status').filter({ hasText: `Khóa ký tin gửi đến ${url}` });
    expect(await shown.getByText(/^whsec_/u).innerText()).toBe(made[0]);
    expect([new Set(sent).size, new Set(made).size]).toEqual([1, 1]);
    await office.getByText(/^Khóa ký cũ còn dùng đến/u).waitFor();
    expect(administrator.visitor.takeComplaints()).toEqual([]);
    await administrator.visitor.leave();
  });
});

/** Registers a system of another agency that wants to be told at an address, and hides the secrets that are shown. */
async function subscribeSystem(office: Page, url: string): Promise<void> {
  await office.getByRole('link', { name: 'Hệ thống kết nối' }).click();
  await office.getByRole('button', { name: 'Đăng ký hệ thống mới' }).click();
  await office.getByRole('textbox', { name: 'Tên hệ thống' }).fill('Phần mềm thử đổi khóa');
  await office.getByRole('textbox', { name: 'Cơ quan quản lý' }).fill('Sở Nội vụ tỉnh Sông Ngân');
  await office.getByRole('checkbox').last().check();
  await office.getByRole('button', { name: 'Đăng ký và lấy khóa' }).click();
  await office.getByRole('button', { name: 'Đã chép xong, ẩn khóa' }).click();
  await office.getByRole('link', { name: 'Phần mềm thử đổi khóa' }).first().click();
  await office.getByRole('button', { name: 'Thêm địa chỉ nhận tin' }).click();
  await office.getByRole('textbox', { name: 'Địa chỉ' }).fill(url);
  await office.getByRole('checkbox').first().check();
  await office.getByRole('button', { name: 'Thêm và lấy khóa ký' }).click();
  await office.getByRole('button', { name: 'Đã chép xong, ẩn khóa' }).click();
}

function answersOf(request: Request): Answers {
  return (request.postDataJSON() as { answers: Answers }).answers;
}

/** Whether this saves the form with its last field filled in. */
function saysWard(request: Request, wardName: string): boolean {
  if (request.method() !== 'PUT' || !request.url().endsWith('/answers')) return false;
  return (answersOf(request)['subjectAddress'] as AddressValue | undefined)?.wardName === wardName;
}
