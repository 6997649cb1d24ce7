import { createHash } from 'node:crypto';
import { demoPeople } from '@mocua/server/identity/demo';

/** A paper that somebody deposited before: what it is, and its file. */
export interface DemoPaper {
  readonly wire: Readonly<Record<string, string | null>>;
  readonly file: Buffer;
  /** `none`: nobody sealed it; `forged-file`: the file is not the one it describes. */
  readonly trouble: 'none' | 'no-seal' | 'forged-file';
}

function pdf(title: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n%${createHash('sha1').update(title).digest('hex')}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
}

interface Words {
  readonly kind: string;
  readonly title: string;
  readonly issuer: string;
  readonly until?: string;
  readonly state?: string;
  readonly trouble?: DemoPaper['trouble'];
}

const words: readonly Words[] = [
  {
    kind: 'VB',
    title: 'Bằng tốt nghiệp trung học phổ thông',
    issuer: 'Sở Giáo dục và Đào tạo tỉnh Sông Ngân',
  },
  { kind: 'YT', title: 'Giấy khám sức khỏe', issuer: 'Trung tâm Y tế Ngân Thượng', until: '2030-01-31' },
  { kind: 'CTR', title: 'Xác nhận thông tin về cư trú', issuer: 'Công an xã Đồng Sen', trouble: 'no-seal' },
  { kind: 'GUQ', title: 'Giấy ủy quyền', issuer: 'Văn phòng công chứng Sông Ngân', trouble: 'forged-file' },
  { kind: 'CCHN', title: 'Chứng chỉ hành nghề điện', issuer: 'Sở Xây dựng tỉnh Sông Ngân', state: '3' },
];

/** What the store has of one invented person; nothing of anybody else. */
export function demoPapersOf(personalId: string): readonly DemoPaper[] {
  if (!demoPeople.some((person) => person.personalId === personalId)) return [];
  return words.map(({ kind, title, issuer, until, state, trouble = 'none' }, index) => {
    const file = pdf(`${title} ${personalId}`);
    const told = trouble === 'forged-file' ? pdf(`khác ${title}`) : file;
    return {
      file,
      trouble,
      wire: {
        MaGiayTo: `QG-${kind}-${personalId.slice(-6)}`,
        SoDinhDanh: personalId,
        LoaiGiayTo: kind,
        TenGiayTo: title,
        SoHieu: `${kind}-${String(index + 1)}/${personalId.slice(-4)}`,
        CoQuanCap: issuer,
        NgayCap: '2025-03-14',
        NgayHetHan: until ?? null,
        TrangThai: state ?? '1',
        MaBam: createHash('sha256').update(told).digest('hex'),
        TenTep: `${title}.pdf`,
      },
    };
  });
}
