import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PaperWords } from '@mocua/contract';
import { KeepOwnPaper, SharePapers } from '@mocua/server/data-store';
import { demoPartyId } from '@mocua/server/identity';
import { demoPeople } from '@mocua/server/identity/demo';
import type { IdempotencyRequest } from '@mocua/server/kernel';
import { withDomains } from '../with-domains';
import { citizen } from './cast';

interface OwnPaper extends PaperWords {
  readonly person: string;
  /** To whom it is shared, for a week. */
  readonly sharedWith?: string;
}

const papers: readonly OwnPaper[] = [
  {
    person: 'lam',
    kind: 'identity',
    title: 'Thẻ căn cước của tôi',
    number: '',
    issuer: 'Bộ Công an',
    issuedOn: '2024-01-02',
    validUntil: '2039-01-02',
  },
  {
    person: 'lam',
    kind: 'degree',
    title: 'Bằng tốt nghiệp cao đẳng',
    number: 'CĐ 12/2018',
    issuer: 'Trường Cao đẳng Sông Ngân',
    issuedOn: '2018-07-15',
    validUntil: null,
  },
  {
    person: 'quan',
    kind: 'contract',
    title: 'Hợp đồng thuê cửa hàng',
    number: '05/2025',
    issuer: '',
    issuedOn: '2025-02-01',
    validUntil: '2026-02-01',
  },
  {
    person: 'thuy',
    kind: 'authorisation',
    title: 'Giấy ủy quyền của mẹ',
    number: '41/2026',
    issuer: 'Ủy ban nhân dân xã Đồng Sen',
    issuedOn: '2026-03-20',
    validUntil: null,
    sharedWith: 'quan',
  },
];

/** Fills the stores of a few people by what they would do themselves. Harmless to repeat: each paper has one key. */
export function seedStore(): Promise<void> {
  return withDomains(async (domains, { clock }) => {
    const keeping = domains.get(KeepOwnPaper);
    for (const { person: key, sharedWith, ...words } of papers) {
      const person = demoPeople.find((each) => each.key === key);
      if (person === undefined) throw new Error(`no demo person ${key}`);
      const actor = citizen(person);
      const file = pdf(words.title);
      const upload = {
        source: Readable.from([file]) as AsyncIterable<Uint8Array>,
        expectedBytes: file.length,
      };
      const query = { fileName: `${words.title}.pdf` };
      const { paperId } = await keeping.upload(actor, { query }, upload, idempotent(words.title));
      const params = { paperId };
      await keeping.describe(actor, { params, query: undefined, body: words });
      const recipient = demoPeople.find((each) => each.key === sharedWith)?.personalId ?? null;
      if (recipient === null) continue;
      const until = new Date(clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10);
      const body = { recipient: { kind: 'personal-id', value: recipient }, until } as const;
      await domains
        .get(SharePapers)
        .share(actor, { params, query: undefined, body }, idempotent(`chia sẻ ${words.title}`));
    }
  });
}

function idempotent(what: string): IdempotencyRequest {
  const key = `${demoPartyId('lam')}/${what}`;
  return { scope: 'seed-store', key, bodyHash: createHash('sha256').update(key).digest() };
}

function pdf(title: string): Buffer {
  return Buffer.from(
    `%PDF-1.4\n%${createHash('sha1').update(title).digest('hex')}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n` +
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
}
