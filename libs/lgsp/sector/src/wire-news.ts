import type { NewsKind, SectorNews } from '@mocua/server/sector';
import { z } from 'zod';

const kinds: Readonly<Record<string, NewsKind>> = {
  TIEP_NHAN: 'received',
  DANG_XU_LY: 'in-progress',
  YEU_CAU_BO_SUNG: 'supplement-asked',
  KET_QUA: 'resulted',
  TU_CHOI: 'refused',
};

const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').trim());

/** A message of a sector system as it stands on the wire. */
const wireNews = z.object({
  MaTin: z.string().min(1).max(80),
  MaChuyen: z.uuid(),
  PhienBan: z.int32().min(0),
  ThuTu: z.int32().min(1),
  Loai: z.enum(['TIEP_NHAN', 'DANG_XU_LY', 'YEU_CAU_BO_SUNG', 'KET_QUA', 'TU_CHOI']),
  // Years in which no system wrote are no instants: some of them cannot even be kept.
  ThoiDiem: z.iso.datetime({ offset: true }).refine((text) => Date.parse(text) >= Date.UTC(2000, 0)),
  NoiDung: words(2_000).nullish(),
  SoKetQua: words(60).nullish(),
  NgayKetQua: z.iso.date().nullish(),
  CoQuan: words(200).nullish(),
  TepKetQua: z
    .object({
      Ten: words(200),
      KichThuoc: z.int32().min(1),
      Sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    })
    .nullish(),
});

/** What a message tells, in our words. @throws Error when it is not of the contract */
export function newsOf(message: unknown): SectorNews {
  const wire = wireNews.parse(message);
  const kind = kinds[wire.Loai];
  if (kind === undefined) throw new Error('a kind of news that is not of the contract');
  const file = wire.TepKetQua;
  return {
    messageId: wire.MaTin,
    taskId: wire.MaChuyen,
    sequence: wire.ThuTu,
    revision: wire.PhienBan,
    kind,
    occurredAt: new Date(wire.ThoiDiem).toISOString(),
    text: wire.NoiDung ?? '',
    number: wire.SoKetQua ?? null,
    issuedOn: wire.NgayKetQua ?? null,
    agency: wire.CoQuan ?? null,
    file: file ? { fileName: file.Ten, size: file.KichThuoc, sha256: file.Sha256 } : null,
  };
}
