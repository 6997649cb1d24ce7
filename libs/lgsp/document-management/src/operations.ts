import type { EncodedRequest, Operation, ServiceDescription } from '@mocua/lgsp/client';
import type { DraftFileToSubmit, DraftToSubmit, OutgoingNews } from '@mocua/server/document-management';
import { z } from 'zod';
import { newsOf } from './wire-news';

/** Every answer stands in the envelope of the bus; `0` is the only success. */
const envelope = z.object({ error_code: z.literal('0'), data: z.unknown() });
const taken = z.object({ MaVanBan: z.string().min(1).max(80) });
const told = z.object({ TinTuc: z.array(z.unknown()).max(500) });

/** Codes of kinds of document as the rules on records abbreviate them. @legal NĐ 30/2020 Phụ lục III */
const kindCodes: Readonly<Record<DraftToSubmit['kind'], string>> = {
  decision: 'QĐ',
  notice: 'TB',
  letter: 'CV',
};

export interface DraftAddress {
  readonly taskId: string;
  readonly file: DraftFileToSubmit;
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
      decode: (answer) => ({ externalCode: taken.parse(envelope.parse(answer).data).MaVanBan }),
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
      decode: (answer) => told.parse(envelope.parse(answer).data).TinTuc.map(newsOf),
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

function done(answer: unknown): null {
  envelope.parse(answer);
  return null;
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
