import type { OutgoingNewsKind } from '@mocua/contract';
import type { OutgoingNews } from '@mocua/server/document-management';
import { z } from 'zod';

const kinds = {
  DA_NHAN: 'received',
  DA_KY: 'signed',
  DA_CAP_SO: 'numbered',
  DA_PHAT_HANH: 'issued',
  TRA_LAI: 'returned',
} as const satisfies Readonly<Record<string, OutgoingNewsKind>>;

const words = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => text.normalize('NFC').trim());

/** A message of the document management system as it stands on the wire. */
const wireNews = z.object({
  MaTin: z.string().min(1).max(80),
  MaTrinh: z.uuid(),
  LanTrinh: z.int32().min(0),
  ThuTu: z.int32().min(1),
  TrangThai: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]),
  // Years in which no system wrote are no instants: some of them cannot even be kept.
  ThoiDiem: z.iso
    .datetime({ offset: true })
    .refine((text) => Date.parse(text) >= Date.UTC(2000, 0) && Date.parse(text) < Date.UTC(2200, 0)),
  NguoiThucHien: words(200).nullish(),
  NoiDung: words(2_000).nullish(),
  SoKyHieu: words(60).nullish(),
  NgayVanBan: z.iso.date().nullish(),
  NguoiKy: words(200).nullish(),
  TepPhatHanh: z
    .object({
      Ten: words(200),
      KichThuoc: z.int32().min(1),
      Sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    })
    .nullish(),
});

/** What a message tells, in our words. @throws Error when it is not of the contract */
export function newsOf(message: unknown): OutgoingNews {
  const wire = wireNews.parse(message);
  const file = wire.TepPhatHanh;
  return {
    messageId: wire.MaTin,
    taskId: wire.MaTrinh,
    sequence: wire.ThuTu,
    revision: wire.LanTrinh,
    kind: kinds[wire.TrangThai],
    occurredAt: new Date(wire.ThoiDiem).toISOString(),
    content: {
      by: wire.NguoiThucHien ?? null,
      text: wire.NoiDung ?? '',
      number: wire.SoKyHieu ?? null,
      issuedOn: wire.NgayVanBan ?? null,
      signer: wire.NguoiKy ?? null,
    },
    file: file ? { fileName: file.Ten, size: file.KichThuoc, sha256: file.Sha256 } : null,
  };
}
