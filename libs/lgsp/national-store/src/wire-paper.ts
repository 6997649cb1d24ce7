import { createPublicKey, verify } from 'node:crypto';
import type { PaperKind } from '@mocua/contract';
import type { DepositedPaper, NationalPaper } from '@mocua/server/data-store';
import { z } from 'zod';

const codes: Readonly<Record<PaperKind, string>> = {
  identity: 'CCCD',
  birth: 'GKS',
  'birth-proof': 'GCS',
  marriage: 'GKH',
  death: 'GCT',
  guardianship: 'GGH',
  authorisation: 'GUQ',
  residence: 'CTR',
  disability: 'KTAT',
  'poor-household': 'HN',
  land: 'QSDD',
  'practice-certificate': 'CCHN',
  degree: 'VB',
  medical: 'YT',
  contract: 'HD',
  'copy-from-register': 'BSSG',
  'certified-copy': 'BSCT',
  other: 'KHAC',
};
const states = { valid: '1', superseded: '2', revoked: '3' } as const;
const day = z.iso.date().nullish();

export const wirePaper = z.object({
  MaGiayTo: z.string().min(1).max(100),
  SoDinhDanh: z.string(),
  LoaiGiayTo: z.string(),
  TenGiayTo: z.string().min(1).max(200),
  SoHieu: z.string().max(60).nullish(),
  CoQuanCap: z.string().max(200).nullish(),
  NgayCap: day,
  NgayHetHan: day,
  TrangThai: z.enum(['1', '2', '3']),
  MaBam: z.string().regex(/^[0-9a-f]{64}$/u),
  TenTep: z.string().min(1).max(200),
  ChuKy: z.string().nullish(),
});
export type WirePaper = z.output<typeof wirePaper>;

/** What a seal covers: everything a paper is known and judged by. */
export function sealedText(paper: Omit<WirePaper, 'ChuKy' | 'TenTep'>): string {
  const { MaGiayTo, SoDinhDanh, LoaiGiayTo, TenGiayTo, SoHieu, CoQuanCap, NgayCap, NgayHetHan, MaBam } =
    paper;
  return [MaGiayTo, SoDinhDanh, LoaiGiayTo, TenGiayTo, SoHieu, CoQuanCap, NgayCap, NgayHetHan, MaBam]
    .map((each) => each ?? '')
    .join('|');
}

/** @param key - public key of the store, PEM; null while it cannot be had, then nothing counts as sealed */
export function paperOf(wire: WirePaper, key: string | null): NationalPaper {
  return {
    code: wire.MaGiayTo,
    // A kind that nobody here knows is just another paper.
    kind: (Object.keys(codes) as PaperKind[]).find((kind) => codes[kind] === wire.LoaiGiayTo) ?? 'other',
    title: wire.TenGiayTo,
    number: wire.SoHieu || null,
    issuer: wire.CoQuanCap || null,
    issuedOn: wire.NgayCap ?? null,
    validUntil: wire.NgayHetHan ?? null,
    revoked: wire.TrangThai === states.revoked,
    sha256: wire.MaBam,
    fileName: wire.TenTep,
    sealed: key !== null && isSealed(wire, key),
  };
}

export function wireDeposit(paper: DepositedPaper) {
  return {
    MaGiayTo: paper.paperId,
    SoDinhDanh: paper.personalId,
    LoaiGiayTo: codes[paper.kind],
    TenGiayTo: paper.title,
    SoHieu: paper.number,
    CoQuanCap: paper.issuer,
    NgayCap: paper.issuedOn,
    NgayHetHan: paper.validUntil,
    TrangThai: states[paper.standing],
    MaBam: paper.sha256,
    LienKet: paper.link,
  };
}

function isSealed(wire: WirePaper, key: string): boolean {
  if (!wire.ChuKy) return false;
  return verify(null, Buffer.from(sealedText(wire)), createPublicKey(key), Buffer.from(wire.ChuKy, 'base64'));
}
