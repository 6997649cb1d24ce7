import { describe, expect, it } from '@jest/globals';
import { readIdentityClaims } from './identity-claims';

const person = {
  sub: 's1',
  SoDinhDanh: '099155000101',
  HoVaTen: 'Nguyễn Thị Sen',
  LoaiTaiKhoan: '1',
  IAL: '2',
};

describe('claims of an e-identity', () => {
  it('name a person by the personal id, at their level', () => {
    expect(readIdentityClaims(person)).toMatchObject({
      kind: 'person',
      level: 'L2',
      displayName: 'Nguyễn Thị Sen',
      identifiers: [{ kind: 'personal-id', value: '099155000101' }],
    });
    expect(readIdentityClaims({ ...person, IAL: '1' })?.level).toBe('L1');
    expect(readIdentityClaims({ ...person, IAL: undefined, loAs: '2' })?.level).toBe('L2');
  });

  it('name a foreigner by the passport', () => {
    expect(readIdentityClaims({ sub: 's2', HoVaTen: 'Anna Keller', HoChieu: 'X0990001' })).toMatchObject({
      kind: 'foreigner',
      level: 'FOREIGNER',
    });
  });

  it('name an organisation by its codes, with or without an enterprise code', () => {
    const company = { sub: 's3', LoaiTaiKhoan: '2', TenDoanhNghiep: 'Công ty', MaSoThue: '0990000012' };
    expect(readIdentityClaims(company)).toMatchObject({
      kind: 'organisation',
      level: 'ORG',
      identifiers: [{ kind: 'tax-code' }],
    });
    expect(readIdentityClaims({ ...company, MaSoDoanhNghiep: '0990000012' })?.identifiers).toHaveLength(2);
  });

  it.each([
    ['08/03/1955', '1955-03-08'],
    ['19550308', '1955-03-08'],
    ['1955-03-08', '1955-03-08'],
    ['1955', undefined],
    ['8/3/55', undefined],
  ])('read the birth date %s as %s', (written, expected) => {
    expect(readIdentityClaims({ ...person, NgayThangNamSinh: written })?.values.birthDate).toBe(expected);
  });

  it.each([
    ['a text', 'Thôn Trung, xã Đồng Sen', 'Thôn Trung, xã Đồng Sen'],
    [
      'parts',
      { ChiTiet: 'Thôn Trung', TenPhuongXa: 'xã Đồng Sen', MaPhuongXa: '1' },
      'Thôn Trung, xã Đồng Sen',
    ],
    ['nothing', {}, undefined],
    ['a number', 7, undefined],
  ])('read an address given as %s', (_case, written, expected) => {
    expect(readIdentityClaims({ ...person, ThuongTru: written })?.values.address).toBe(expected);
  });

  it('prefer where the person lives now to where they are registered', () => {
    expect(readIdentityClaims({ ...person, ThuongTru: 'cũ', NoiOHienNay: 'mới' })?.values.address).toBe(
      'mới',
    );
  });

  it('are composed to NFC', () => {
    expect(readIdentityClaims({ ...person, HoVaTen: 'Nguyễn'.normalize('NFD') })?.displayName).toBe(
      'Nguyễn'.normalize('NFC'),
    );
  });

  it.each([
    ['no subject', { ...person, sub: undefined }],
    ['no name', { ...person, HoVaTen: ' ' }],
    ['an id that is not twelve digits', { ...person, SoDinhDanh: '12345' }],
    ['an organisation without a code', { sub: 's', LoaiTaiKhoan: '2', TenDoanhNghiep: 'Công ty' }],
  ])('name nobody with %s', (_case, claims) => {
    expect(readIdentityClaims(claims)).toBeNull();
  });
});
