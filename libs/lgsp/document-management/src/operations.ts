import type { EncodedRequest, Operation, ServiceDescription } from '@mocua/lgsp/client';
import { answerOf, done, messagesOf } from '@mocua/lgsp/handover';
import type { DraftToSubmit, OutgoingNews } from '@mocua/server/document-management';
import type { FileToHandOver } from '@mocua/server/handover';
import { z } from 'zod';
import { newsOf } from './wire-news';

const taken = z.object({ MaVanBan: z.string().min(1).max(80) });

/** Codes of kinds of document as the rules on records abbreviate them. @legal NĐ 30/2020 Phụ lục III */
const kindCodes: Readonly<Record<DraftToSubmit['kind'], string>> = {
  decision: 'QĐ',
  notice: 'TB',
  letter: 'CV',
};

export interface DraftAddress {
  readonly taskId: string;
  readonly file: FileToHandOver;
}

/** What the system can be asked for. Everything is named by our reference, the id of the step, so asking again is the same. */
export class DocumentOperations {
  readonly putDraft: Operation<DraftAddress, null>;
  readonly submit: Operation<DraftToSubmit, { readonly externalCode: string }>;
  readonly takeBack: Operation<string, null>;
  readonly newsOf: Operation<string, readonly OutgoingNews[]>;
  readonly issuedFile: Operation<string, null>;

  constructor(service: ServiceDescription) {
    this.putDraft = {
      service,
      name: 'put-draft',
      method: 'PUT',
      idempotent: true,
      encode: ({ taskId, file }) => ({ path: `van-ban-di/${taskId}/du-thao/${file.sha256}` }),
      decode: done,
    };
    this.submit = {
      service,
      name: 'submit-draft',
      method: 'PUT',
      idempotent: true,
      encode: draftOnTheWire,
      decode: (answer) => ({ externalCode: taken.parse(answerOf(answer)).MaVanBan }),
    };
    this.takeBack = {
      service,
      name: 'take-draft-back',
      method: 'DELETE',
      idempotent: true,
      encode: (taskId) => ({ path: `van-ban-di/${taskId}` }),
      decode: done,
    };
    this.newsOf = {
      service,
      name: 'news-of-document',
      method: 'GET',
      idempotent: true,
      encode: (taskId) => ({ path: `van-ban-di/${taskId}` }),
      decode: (answer) => messagesOf(answer).map(newsOf),
    };
    this.issuedFile = {
      service,
      name: 'issued-file',
      method: 'GET',
      idempotent: true,
      encode: (taskId) => ({ path: `van-ban-di/${taskId}/tep-phat-hanh` }),
      decode: () => null,
    };
  }
}

function draftOnTheWire(draft: DraftToSubmit): EncodedRequest {
  const { signer, unit, draft: file } = draft;
  return {
    path: `van-ban-di/${draft.taskId}`,
    body: {
      MaTrinh: draft.taskId,
      LanTrinh: draft.revision,
      MaHoSo: draft.dossierCode,
      MaThuTuc: draft.procedure.code,
      TenThuTuc: draft.procedure.name,
      LoaiVanBan: kindCodes[draft.kind],
      KyHieu: draft.symbol,
      TrichYeu: draft.abstract,
      CanCu: draft.basis,
      HanXuLy: draft.dueAt,
      DonViBanHanh: { Ma: unit.code, Ten: unit.name },
      NguoiKyDuKien: { HoTen: signer.name, ChucVu: signer.title, QuyenHan: signer.capacity },
      DuThao: { Ten: file.fileName, KichThuoc: file.size, Sha256: file.sha256 },
    },
  };
}
