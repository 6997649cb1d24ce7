import type { OutgoingNewsKind } from '@mocua/contract';
import { wireFile, wireMessage, words } from '@mocua/lgsp/handover';
import type { OutgoingNews } from '@mocua/server/document-management';
import { z } from 'zod';

const kinds = {
  DA_NHAN: 'received',
  DA_KY: 'signed',
  DA_CAP_SO: 'numbered',
  DA_PHAT_HANH: 'issued',
  TRA_LAI: 'returned',
} as const satisfies Readonly<Record<string, OutgoingNewsKind>>;

/** A message of the document management system as it stands on the wire. */
const wireNews = z.object({
  ...wireMessage,
  MaTrinh: z.uuid(),
  LanTrinh: z.int32().min(0),
  TrangThai: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]),
  NguoiThucHien: words(200).nullish(),
  SoKyHieu: words(60).nullish(),
  NgayVanBan: z.iso.date().nullish(),
  NguoiKy: words(200).nullish(),
  TepPhatHanh: wireFile.nullish(),
});

/** What a message tells, in our words. @throws Error when it is not of the contract */
export function newsOf(message: unknown): OutgoingNews {
  const wire = wireNews.parse(message);
  return {
    messageId: wire.MaTin,
    taskId: wire.MaTrinh,
    sequence: wire.ThuTu,
    revision: wire.LanTrinh,
    kind: kinds[wire.TrangThai],
    occurredAt: wire.ThoiDiem,
    content: {
      by: wire.NguoiThucHien ?? null,
      text: wire.NoiDung ?? '',
      number: wire.SoKyHieu ?? null,
      issuedOn: wire.NgayVanBan ?? null,
      signer: wire.NguoiKy ?? null,
    },
    file: wire.TepPhatHanh ?? null,
  };
}
