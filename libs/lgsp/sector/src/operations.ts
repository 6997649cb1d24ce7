import type { EncodedRequest, JsonValue, Operation, ServiceDescription } from '@mocua/lgsp/client';
import { answerOf, done, messagesOf } from '@mocua/lgsp/handover';
import type { HandedFile, SectorNews, StepToHandOver } from '@mocua/server/sector';
import { z } from 'zod';
import { newsOf } from './wire-news';

const taken = z.object({ MaTiepNhan: z.string().min(1).max(80) });

export interface FileAddress {
  readonly taskId: string;
  readonly file: HandedFile;
}

/** What a sector system can be asked for. Everything is named by the id of the step, so asking again is the same. */
export class SectorOperations {
  readonly handOver: Operation<StepToHandOver, { readonly externalCode: string }>;
  readonly putFile: Operation<FileAddress, null>;
  readonly takeBack: Operation<string, null>;
  readonly newsOf: Operation<string, readonly SectorNews[]>;
  readonly resultOf: Operation<string, null>;

  constructor(service: ServiceDescription) {
    this.handOver = {
      service,
      name: 'hand-over-step',
      method: 'PUT',
      idempotent: true,
      encode: stepOnTheWire,
      decode: (answer) => ({ externalCode: taken.parse(answerOf(answer)).MaTiepNhan }),
    };
    this.putFile = {
      service,
      name: 'put-file-of-step',
      method: 'PUT',
      idempotent: true,
      encode: ({ taskId, file }) => ({ path: `ho-so/${taskId}/tep/${file.sha256}` }),
      decode: done,
    };
    this.takeBack = {
      service,
      name: 'take-step-back',
      method: 'DELETE',
      idempotent: true,
      encode: (taskId) => ({ path: `ho-so/${taskId}` }),
      decode: done,
    };
    this.newsOf = {
      service,
      name: 'news-of-step',
      method: 'GET',
      idempotent: true,
      encode: (taskId) => ({ path: `ho-so/${taskId}` }),
      decode: (answer) => messagesOf(answer).map(newsOf),
    };
    this.resultOf = {
      service,
      name: 'result-of-step',
      method: 'GET',
      idempotent: true,
      encode: (taskId) => ({ path: `ho-so/${taskId}/ket-qua` }),
      decode: () => null,
    };
  }
}

function stepOnTheWire(step: StepToHandOver): EncodedRequest {
  return {
    path: `ho-so/${step.taskId}`,
    body: {
      MaChuyen: step.taskId,
      PhienBan: step.revision,
      MaHoSo: step.dossierCode,
      MaThuTuc: step.procedure.code,
      TenThuTuc: step.procedure.name,
      BuocXuLy: step.stepName,
      HanGiaiQuyet: step.dueAt,
      MucDich: step.purpose,
      CanCu: step.basis,
      DuLieu: step.answers as JsonValue,
      Tep: step.files.map((file) => ({
        MaTep: file.sha256,
        ThanhPhan: file.componentCode,
        TenTep: file.fileName,
        LoaiTep: file.mediaType,
        KichThuoc: file.size,
      })),
    },
  };
}
