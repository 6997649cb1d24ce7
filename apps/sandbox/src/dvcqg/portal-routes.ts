import { randomInt } from 'node:crypto';
import type { DemoPerson } from '@mocua/server/identity/demo';
import { type Handler, readBody, RequestError, sendJson, wantsJson } from '../web/exchange';
import { sendPage } from '../web/page';
import type { NationalAdapter } from './adapter-routes';
import { type HandFiling, filingPage, handFiled, readFiling } from './filing-form';
import type { NationalRecords } from './national-records';
import { dossierPage, homePage, statusOf } from './portal-pages';
import type { ProvinceMail } from './province-mail';

/** A one-page PDF that stands for a photographed paper. */
const paper = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64');

const identityPaper = {
  MaThanhPhanHoSo: 'identity-paper',
  TenThanhPhan: 'Bản chụp giấy tờ tùy thân',
  TepDinhKem: [{ TenTep: 'căn cước.pdf', Base64: paper }],
};

/**
 * The national portal: pages for people, `/adapter` for provinces, and JSON for tests (`GET /dvcqg?format=json`,
 * `GET /dvcqg/ho-so/<code>?format=json`, `POST /dvcqg/messages` for any message a test makes up).
 */
export function nationalPortalRoutes(
  records: NationalRecords,
  adapter: NationalAdapter,
  mail: ProvinceMail,
): Handler {
  const pages = new PortalDesk(records, mail);
  return async (request, response, url) => {
    const path = decodeURIComponent(url.pathname).replace(/\/$/u, '');
    if (path.startsWith('/dvcqg/adapter')) return adapter.handle(request, response, url);
    const post = request.method === 'POST';
    if (path === '/dvcqg' && !post) {
      if (wantsJson(request, url)) return sendJson(response, 200, { items: records.list() });
      return sendPage(response, {
        title: 'Cổng Dịch vụ công quốc gia (giả lập)',
        body: homePage(records.list()),
      });
    }
    if (path === '/dvcqg/messages' && post) {
      const message = JSON.parse(await readBody(request)) as Parameters<ProvinceMail['post']>[0];
      return sendJson(response, 202, (await mail.post(message)).message);
    }
    if (path === `/dvcqg/nop/${handFiled.code}`) {
      const filing = post ? readFiling(new URLSearchParams(await readBody(request))) : null;
      const code = filing && (await pages.file(filing));
      if (code)
        return void response.writeHead(303, { location: `/dvcqg/ho-so/${encodeURIComponent(code)}` }).end();
      const { values, problems } = filing ?? { values: {}, problems: {} };
      return sendPage(response, {
        title: `${filing ? 'Lỗi: ' : ''}Nộp hồ sơ: ${handFiled.name}`,
        body: filingPage({ values, problems }),
        status: filing ? 422 : 200,
      });
    }
    const [, code, action] = /^\/dvcqg\/ho-so\/([^/]+)(?:\/([a-z-]+))?$/u.exec(path) ?? [];
    const known = code === undefined ? undefined : records.find(code);
    if (code === undefined || !known) throw new RequestError(404, 'there is nothing at this address');
    if (post && action !== undefined) {
      await pages.act(code, action, new URLSearchParams(await readBody(request)));
      return void response.writeHead(303, { location: `/dvcqg/ho-so/${encodeURIComponent(code)}` }).end();
    }
    if (wantsJson(request, url))
      return sendJson(response, 200, { ...known, code, status: statusOf(known), mails: mail.of(code) });
    return sendPage(response, {
      title: `Hồ sơ ${code}`,
      body: dossierPage({ ...known, code }, mail.of(code)),
    });
  };
}

/** What people do on the pages, put into messages to the province. */
class PortalDesk {
  constructor(
    private readonly records: NationalRecords,
    private readonly mail: ProvinceMail,
  ) {}

  /** The code of the new dossier; null when something is missing. */
  async file({ person, values, problems }: HandFiling): Promise<string | null> {
    if (!person || Object.keys(problems).length > 0) return null;
    const now = new Date();
    const code = `G22.99-${now.toISOString().slice(2, 10).replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`;
    const answers = {
      relation: 'self',
      paperKind: values['paperKind'],
      copies: Number(values['copies']),
      address: { text: values['address'] },
      phone: values['phone'],
      returnMethod: 'electronic',
      confirmed: true,
    };
    await this.records.addFiled({
      code,
      person: person.key,
      procedureCode: handFiled.code,
      filedAt: now.toISOString(),
      answers,
    });
    await this.mail.post({
      LoaiThongDiep: 'NopHoSo',
      MaHoSo: code,
      MaTTHC: handFiled.code,
      DonVi: values['agency'],
      KenhThucHien: '2',
      LoaiDoiTuong: '1',
      NgayNopHoSo: wireTime(now),
      TaiKhoanDuocXacThucVoiVNeID: person.level === 'L2' ? '1' : '0',
      ChuHoSo: ownerOf(person, values),
      DuLieuToKhai: answers,
      ThanhPhanHoSos: [identityPaper],
    });
    return code;
  }

  async act(code: string, action: string, form: URLSearchParams): Promise<void> {
    switch (action) {
      case 'bo-sung':
        await this.mail.post({
          LoaiThongDiep: 'BoSungHoSo',
          MaHoSo: code,
          DuLieuToKhai: {},
          ThanhPhanHoSos: [identityPaper],
        });
        return;
      case 'sua':
        await this.mail.post({
          LoaiThongDiep: 'SuaHoSo',
          MaHoSo: code,
          DuLieuToKhai: { copies: Number(form.get('copies')) },
        });
        return;
      case 'rut':
        await this.mail.post({ LoaiThongDiep: 'RutHoSo', MaHoSo: code, LyDo: form.get('reason') ?? '' });
        return;
      default:
        throw new RequestError(404, 'there is nothing at this address');
    }
  }
}

function ownerOf(person: DemoPerson, values: Readonly<Record<string, string>>): unknown {
  return {
    HoVaTen: person.name,
    SoDinhDanh: person.personalId,
    NgayThangNamSinh: person.birthDate.replaceAll('-', ''),
    SoDienThoai: values['phone'],
    ThuDienTu: person.email ?? '',
    DiaChi: values['address'],
  };
}

/** `yyyyMMddHHmmss` in Vietnamese time. */
function wireTime(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/\D/gu, '').slice(0, 14);
}
