import {
  answerSupplement,
  completeTask,
  confirmSupplement,
  type DossierId,
  editDossier,
  getMyDossier,
  getOfficerDossier,
  type OfficerDossierView,
  receiveDossier,
  refuseDossier,
  requestSupplement,
  returnResult,
  sendSupplement,
  submitDossier,
  uploadToDossier,
  uploadToDraft,
  withdrawDossier,
} from '@mocua/contract';
import { type ApiHarness, ok, type Session } from './api-harness';
import { aFiling, smallPdf } from './filing.builder';

/** Values that people typed somewhere; each must be nowhere in the clear. */
export const planted = {
  email: 'nguoi.gui.thu@bimat.example',
  homeText: 'Ngách 7/12 Xóm Vườn Bưởi Kín',
  subjectName: 'Hoàng Văn Trồng Dấu',
  paperOther: 'Bằng khen gia tộc dấu kín',
  registeredName: 'Nguyễn Thị Tên Khai Sinh Cũ',
  paperNumber: 'SOGIAY-990/KIN',
  purpose: 'Để đòi lại mảnh vườn của ông nội',
  returnAddress: 'Hẻm 99 Lối Sau Đền Thượng Kín',
  phone: '0900000777',
  draftFile: 'cccd-Tran-Van-Lam-mat-truoc.pdf',
  supplementFile: 'anh chụp lại của Lâm.pdf',
  fileContent: 'NOI-DUNG-TEP-RIENG-TU-0900000778',
  receptionNote: 'Ông Lâm nói giọng khàn, cần gọi lại',
  refusalReason: 'Người nộp khai sai tên mẹ là bà Dấu Kín',
  refusalGround: 'Điều 7 khoản kín của nghị định thử',
  supplementReason: 'Ảnh chụp mặt của anh Lâm bị loá sáng',
  instruction: 'Chụp lại thẻ của anh Lâm dưới đèn bàn',
  supplementNote: 'Thẻ vẫn mờ chỗ tên cha',
  withdrawReason: 'Tôi vừa ly hôn nên không cần nữa',
  taskComment: 'Chữ ký cụ Bình trong sổ hơi lạ',
  entryText: 'Đăng ký khai sinh: Lâm, con bà Cấn Thị Kín',
  registerNumber: 'SO-9907/KIN',
  registerVolume: 'Q-9908/KIN',
  notFoundReason: 'Không có tên Lâm trong sổ cháy năm 1952',
  searchedRegisters: 'Sổ mật thôn Vạn Kín 1950–1953',
  receiverName: 'Cụ Đoàn Thị Nhận Thay',
  trackingNumber: 'VNPOST-KIN-990123',
} as const;

/** Dossiers in many states, with something personal typed wherever anybody can type. */
export async function makeMixedSet(api: ApiHarness): Promise<ReadonlyMap<string, DossierId>> {
  const office = await TypingOffice.open(api);
  return new Map([
    ['submitted', await office.submitted()],
    ['returned', await office.returned()],
    ['processing', await office.notFound()],
    ['refused', await office.refused()],
    ['withdrawn', await office.withdrawn()],
    ['awaiting-supplement', await office.asked()],
    ['edited', await office.edited()],
  ]);
}

const content = Buffer.concat([smallPdf, Buffer.from(`% ${planted.fileContent}\n`)]);
const found = {
  found: 'yes',
  registerVolume: planted.registerVolume,
  registerNumber: planted.registerNumber,
  entryText: planted.entryText,
};

class TypingOffice {
  private constructor(
    private readonly api: ApiHarness,
    private readonly as: Readonly<
      Record<'lam' | 'ha' | 'thuy' | 'oneStop' | 'specialist' | 'leader' | 'clerk', Session>
    >,
  ) {}

  static async open(api: ApiHarness): Promise<TypingOffice> {
    return new TypingOffice(api, {
      lam: await api.citizen('lam'),
      ha: await api.citizen('ha'),
      thuy: await api.citizen('thuy', 'sen'),
      oneStop: await api.officer('hanh', 'dong-sen-one-stop'),
      specialist: await api.officer('tuan', 'dong-sen-specialist'),
      leader: await api.officer('phuc', 'dong-sen-leader'),
      clerk: await api.officer('bao', 'dong-sen-clerk'),
    });
  }

  async submitted(): Promise<DossierId> {
    const { api } = this;
    const { lam } = this.as;
    const rich = {
      email: planted.email,
      phone: planted.phone,
      address: { text: planted.homeText },
      paperKind: 'other',
      paperOther: planted.paperOther,
      registeredName: planted.registeredName,
      paperNumber: planted.paperNumber,
      purpose: planted.purpose,
      returnMethod: 'post',
      returnAddress: { text: planted.returnAddress },
    };
    await aFiling(api, lam).with(rich).draft(); // one stays a draft
    const draft = await aFiling(api, lam).with(rich).withFiles().draft();
    const query = { component: 'identity-paper', fileName: planted.draftFile };
    ok(await api.call(uploadToDraft, { as: lam, params: draft, query, file: content }));
    const body = { version: draft.version };
    return ok(await api.call(submitDossier, { as: lam, params: draft, body })).dossierId;
  }

  async returned(): Promise<DossierId> {
    const { oneStop, specialist, leader, clerk, ha } = this.as;
    const dossierId = await aFiling(this.api, ha).with({ email: planted.email }).dossierId();
    await this.receive(dossierId, planted.receptionNote);
    await this.complete(specialist, dossierId, 'submit', found);
    await this.complete(leader, dossierId, 'send-back', {}, planted.taskComment);
    await this.complete(specialist, dossierId, 'submit', found);
    await this.complete(leader, dossierId, 'approve');
    const { version } = await this.complete(clerk, dossierId, 'issue', { issueNumber: '12/2026' });
    const { receiverName, trackingNumber } = planted;
    const body = { version, method: 'post', receiverName, relation: 'owner', trackingNumber } as const;
    ok(await this.api.call(returnResult, { as: oneStop, params: { dossierId }, body }));
    return dossierId;
  }

  async notFound(): Promise<DossierId> {
    const filing = aFiling(this.api, this.as.thuy).asRepresentative();
    const dossierId = await filing.with({ subjectName: planted.subjectName }).dossierId();
    await this.receive(dossierId);
    const { notFoundReason, searchedRegisters } = planted;
    await this.complete(this.as.specialist, dossierId, 'submit', {
      found: 'no',
      notFoundReason,
      searchedRegisters,
    });
    return dossierId;
  }

  async refused(): Promise<DossierId> {
    const dossierId = await aFiling(this.api, this.as.lam).dossierId();
    const body = { version: 1, reason: planted.refusalReason, ground: planted.refusalGround };
    ok(await this.api.call(refuseDossier, { as: this.as.oneStop, params: { dossierId }, body }));
    return dossierId;
  }

  async withdrawn(): Promise<DossierId> {
    const dossierId = await aFiling(this.api, this.as.lam).dossierId();
    const { version } = await this.receive(dossierId);
    const body = { version, reason: planted.withdrawReason };
    ok(await this.api.call(withdrawDossier, { as: this.as.lam, params: { dossierId }, body }));
    return dossierId;
  }

  async asked(): Promise<DossierId> {
    const { api } = this;
    const { lam, oneStop, specialist } = this.as;
    const dossierId = await aFiling(api, lam).dossierId();
    const params = { dossierId };
    const { version } = await this.receive(dossierId);
    const component = 'identity-paper';
    const items = [{ kind: 'component' as const, ref: component, instruction: planted.instruction }];
    const request = { version, reason: planted.supplementReason, items };
    const prepared = ok(await api.call(requestSupplement, { as: specialist, params, body: request }));
    if (!prepared.supplement) throw new Error('nothing was prepared');
    const { supplementId } = prepared.supplement;
    const sent = ok(
      await api.call(sendSupplement, {
        as: oneStop,
        params,
        body: { version: prepared.version, supplementId },
      }),
    );
    const query = { component, fileName: planted.supplementFile };
    const { attachmentId } = ok(await api.call(uploadToDossier, { as: lam, params, query, file: content }));
    const answer = { version: sent.version, supplementId, answers: {}, attachments: [attachmentId] };
    const answered = ok(await api.call(answerSupplement, { as: lam, params, body: answer }));
    const verdict = {
      version: answered.version,
      supplementId,
      complete: false,
      note: planted.supplementNote,
    };
    ok(await api.call(confirmSupplement, { as: oneStop, params, body: verdict }));
    return dossierId;
  }

  async edited(): Promise<DossierId> {
    const { lam } = this.as;
    const dossierId = await aFiling(this.api, lam).dossierId();
    const params = { dossierId };
    const { answers } = ok(await this.api.call(getMyDossier, { as: lam, params }));
    ok(
      await this.api.call(editDossier, {
        as: lam,
        params,
        body: { version: 1, answers: { ...answers, copies: 5 } },
      }),
    );
    return dossierId;
  }

  private async receive(dossierId: DossierId, note?: string): Promise<OfficerDossierView> {
    const body = { version: 1, ...(note ? { note } : {}) };
    return ok(await this.api.call(receiveDossier, { as: this.as.oneStop, params: { dossierId }, body }));
  }

  private async complete(
    as: Session,
    dossierId: DossierId,
    outcome: string,
    values: Readonly<Record<string, string>> = {},
    comment?: string,
  ): Promise<OfficerDossierView> {
    const { version, tasks } = ok(await this.api.call(getOfficerDossier, { as, params: { dossierId } }));
    const [task] = tasks;
    if (!task) throw new Error('no task is open');
    const body = { version, outcome, values, ...(comment ? { comment } : {}) };
    return ok(await this.api.call(completeTask, { as, params: { dossierId, taskId: task.taskId }, body }));
  }
}
