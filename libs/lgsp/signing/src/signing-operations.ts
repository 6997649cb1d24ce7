import type { EncodedRequest, Operation, ServiceDescription } from '@mocua/lgsp/client';
import type { RemoteAnswer, RemoteSigningRequest } from '@mocua/server/signing';
import { z } from 'zod';

export interface PartnerAccount {
  readonly partner: string;
  /** Known to the service and to us only. */
  readonly secret: string;
}

const base64 = z.base64().min(1).max(20_000);
const outcome = z.object({ status_code: z.int(), message: z.string() });
const certificates = outcome.extend({
  data: z
    .object({
      user_certificates: z.array(
        z.object({
          cert_data: base64,
          chain_data: z.object({ ca_cert: base64.nullable(), root_cert: base64.nullable() }),
        }),
      ),
    })
    .nullable(),
});
const taken = outcome.extend({ data: z.object({ transaction_id: z.string() }).nullable() });
const standing = outcome.extend({
  data: z
    .object({
      transaction_id: z.string(),
      status: z.enum(['WAITING', 'SUCCESS', 'REJECTED', 'EXPIRED']),
      signatures: z.array(z.object({ doc_id: z.string(), signature_value: base64 })),
    })
    .nullable(),
});

const withoutSignature = { WAITING: 'waiting', REJECTED: 'refused', EXPIRED: 'expired' } as const;

/** What the service can do. Every call names the partner; a repeated one is the same call to the service. */
export class SigningOperations {
  constructor(
    private readonly service: ServiceDescription,
    private readonly account: PartnerAccount,
  ) {}

  readonly certificates: Operation<string, Buffer[]> = this.operation(
    'get-certificate',
    (credentialId) => ({ path: 'v1/credentials/get_certificate', fields: { credential_id: credentialId } }),
    (answer) => {
      const [first] = certificates.parse(answer).data?.user_certificates ?? [];
      if (!first) return [];
      const { ca_cert: issuing, root_cert: root } = first.chain_data;
      return [first.cert_data, issuing, root]
        .filter((each) => each !== null)
        .map((each) => Buffer.from(each, 'base64'));
    },
  );

  readonly sign: Operation<RemoteSigningRequest, boolean> = this.operation(
    'sign',
    ({ transactionId, credentialId, digest, title }) => ({
      path: 'v1/signatures/sign',
      fields: {
        transaction_id: transactionId,
        credential_id: credentialId,
        transaction_desc: title,
        sign_files: [
          {
            doc_id: transactionId,
            data_to_be_signed: digest.toString('hex'),
            file_type: 'pdf',
            sign_type: 'hash',
          },
        ],
      },
    }),
    (answer) => {
      const { status_code: code, data } = taken.parse(answer);
      return code === 200 && data !== null;
    },
  );

  readonly standing: Operation<string, RemoteAnswer> = this.operation(
    'status',
    (transactionId) => ({
      path: `v1/signatures/sign/${encodeURIComponent(transactionId)}/status`,
      fields: { transaction_id: transactionId },
    }),
    (answer) => {
      const { data } = standing.parse(answer);
      if (data === null) return { kind: 'unknown' };
      if (data.status !== 'SUCCESS') return { kind: withoutSignature[data.status] };
      const own = data.signatures.find((each) => each.doc_id === data.transaction_id);
      if (!own) throw new Error('signed, and no signature');
      return { kind: 'signed', signature: Buffer.from(own.signature_value, 'base64') };
    },
  );

  private operation<Request, Response>(
    name: string,
    write: (request: Request) => { path: string; fields: Readonly<Record<string, unknown>> },
    decode: (answer: unknown) => Response,
  ): Operation<Request, Response> {
    const encode = (request: Request): EncodedRequest => {
      const { partner, secret } = this.account;
      const { path, fields } = write(request);
      const body = { sp_id: partner, sp_password: secret, ...fields };
      return { path, body: body as NonNullable<EncodedRequest['body']> };
    };
    return { service: this.service, name, method: 'POST', idempotent: true, encode, decode };
  }
}
