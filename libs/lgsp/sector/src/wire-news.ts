import { wireFile, wireMessage, words } from '@mocua/lgsp/handover';
import type { NewsKind, SectorNews } from '@mocua/server/sector';
import { z } from 'zod';

const kinds = {
  TIEP_NHAN: 'received',
  DANG_XU_LY: 'in-progress',
  YEU_CAU_BO_SUNG: 'supplement-asked',
  KET_QUA: 'resulted',
  TU_CHOI: 'refused',
} as const satisfies Readonly<Record<string, NewsKind>>;

/** A message of a sector system as it stands on the wire. */
const wireNews = z.object({
  ...wireMessage,
  MaChuyen: z.uuid(),
  PhienBan: z.int32().min(0),
  Loai: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]),
  SoKetQua: words(60).nullish(),
  NgayKetQua: z.iso.date().nullish(),
  CoQuan: words(200).nullish(),
  TepKetQua: wireFile.nullish(),
});

/** What a message tells, in our words. @throws Error when it is not of the contract */
export function newsOf(message: unknown): SectorNews {
  const wire = wireNews.parse(message);
  return {
    messageId: wire.MaTin,
    taskId: wire.MaChuyen,
    sequence: wire.ThuTu,
    revision: wire.PhienBan,
    kind: kinds[wire.Loai],
    occurredAt: wire.ThoiDiem,
    content: {
      text: wire.NoiDung ?? '',
      number: wire.SoKetQua ?? null,
      issuedOn: wire.NgayKetQua ?? null,
      agency: wire.CoQuan ?? null,
    },
    file: wire.TepKetQua ?? null,
  };
}
