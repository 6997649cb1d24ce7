import type { ClaimValues, IdentityLevel, PartyKind } from './party';
import type { IdentifierKind } from '../ports';

/** Who an identity provider says is signing in, in our terms. */
export interface ProvenIdentity {
  readonly kind: PartyKind;
  readonly level: IdentityLevel;
  readonly displayName: string;
  /** Most telling first; at least one. */
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[];
  readonly values: ClaimValues;
  readonly account: { readonly subject: string; readonly type: string; readonly assurance: string };
}

type RawClaims = Readonly<Record<string, unknown>>;

/**
 * Reads the claims VNeID and the national single sign-on use. Null when they do not name anybody.
 *
 * @legal NĐ 69/2024 as amended by NĐ 320/2026 Điều 7: persons have level 1 or 2, foreigners and organisations none
 */
export function readIdentityClaims(raw: RawClaims): ProvenIdentity | null {
  const claim = (name: string): string | undefined => {
    const value = raw[name];
    return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : undefined;
  };
  const subject = claim('sub');
  if (subject === undefined) return null;
  const type = claim('LoaiTaiKhoan') ?? '1';
  const assurance = claim('IAL') ?? claim('loAs') ?? '1';
  const account = { subject, type, assurance };
  if (type === '2') return organisation(claim, account);

  const displayName = claim('HoVaTen');
  const personalId = claim('SoDinhDanh');
  const passport = claim('HoChieu');
  const isPerson = personalId !== undefined && /^\d{12}$/u.test(personalId);
  if (displayName === undefined || (!isPerson && passport === undefined)) return null;
  return {
    kind: isPerson ? 'person' : 'foreigner',
    level: !isPerson ? 'FOREIGNER' : assurance === '2' ? 'L2' : 'L1',
    displayName,
    identifiers: [
      ...(isPerson ? [{ kind: 'personal-id' as const, value: personalId }] : []),
      ...(passport !== undefined ? [{ kind: 'passport' as const, value: passport }] : []),
    ],
    values: withoutGaps({
      fullName: displayName,
      personalId: isPerson ? personalId : undefined,
      birthDate: isoBirthDate(claim('NgayThangNamSinh')),
      gender: genderOf(claim('GioiTinh')),
      phone: claim('SoDienThoai'),
      email: claim('ThuDienTu'),
      address: addressOf(raw['NoiOHienNay']) ?? addressOf(raw['ThuongTru']),
    }),
    account,
  };
}

function organisation(
  claim: (name: string) => string | undefined,
  account: ProvenIdentity['account'],
): ProvenIdentity | null {
  const displayName = claim('TenDoanhNghiep');
  const taxCode = claim('MaSoThue');
  const enterpriseCode = claim('MaSoDoanhNghiep');
  if (displayName === undefined || (taxCode === undefined && enterpriseCode === undefined)) return null;
  return {
    kind: 'organisation',
    level: 'ORG',
    displayName,
    identifiers: [
      ...(enterpriseCode !== undefined ? [{ kind: 'enterprise-code' as const, value: enterpriseCode }] : []),
      ...(taxCode !== undefined ? [{ kind: 'tax-code' as const, value: taxCode }] : []),
    ],
    values: withoutGaps({
      fullName: displayName,
      taxCode,
      enterpriseCode,
      phone: claim('SoDienThoai'),
      email: claim('ThuDienTu'),
      address: claim('DiaChiTruSo'),
    }),
    account,
  };
}

/** `1955-03-08`, `08/03/1955` and `19550308` are all seen; a bare year is no date. */
function isoBirthDate(value: string | undefined): string | undefined {
  const match =
    /^(?<y>\d{4})-?(?<m>\d{2})-?(?<d>\d{2})$/u.exec(value ?? '') ??
    /^(?<d>\d{2})\/(?<m>\d{2})\/(?<y>\d{4})$/u.exec(value ?? '');
  return match?.groups === undefined
    ? undefined
    : `${match.groups['y']}-${match.groups['m']}-${match.groups['d']}`;
}

function genderOf(value: string | undefined): string | undefined {
  switch (value?.toLowerCase()) {
    case '1':
    case 'nam':
      return 'male';
    case '2':
    case 'nữ':
      return 'female';
    case undefined:
      return undefined;
    default:
      return 'other';
  }
}

/** An address comes as one text, or as parts with codes and a detail line. */
function addressOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.normalize('NFC').trim();
  if (typeof value !== 'object' || value === null) return undefined;
  const parts = value as Record<string, unknown>;
  const text = [parts['ChiTiet'], parts['TenPhuongXa'], parts['TenTinhThanh']].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return text.length === 0 ? undefined : text.join(', ').normalize('NFC');
}

function withoutGaps(values: Record<string, string | undefined>): ClaimValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
