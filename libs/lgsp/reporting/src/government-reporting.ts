import type { JsonValue, Operation, ServiceClient, ServiceDescription } from '@mocua/lgsp/client';
import { type AcknowledgedReport, GovernmentReports, type OutgoingReport } from '@mocua/server/reporting';
import { z } from 'zod';
import { asDown } from './as-down';
import { indicatorCodes } from './wire-codes';

const taken = z.object({
  KetQua: z.enum(['TIEP_NHAN', 'DA_CO']),
  MaTiepNhan: z.string().min(1).max(60),
  MaBam: z.string(),
});
const held = z.object({
  BaoCao: z
    .object({
      PhienBan: z.int().min(1),
      MaBam: z.string(),
      MaTiepNhan: z.string().min(1).max(60),
      SoDong: z.int().min(0),
    })
    .nullable(),
});

/** The reporting system of the Government behind the service bus. */
export class GovernmentReporting extends GovernmentReports {
  private readonly operations: ReturnType<typeof operationsOf>;

  constructor(
    private readonly client: ServiceClient,
    service: ServiceDescription,
  ) {
    super();
    this.operations = operationsOf(service);
  }

  override async send(report: OutgoingReport): Promise<string> {
    const { month, version, digest } = report;
    // A version is the intention, however often it is sent.
    const idempotencyKey = `bao-cao-${month}-${String(version)}`;
    const { MaTiepNhan, MaBam } = await asDown(() =>
      this.client.call(this.operations.send, report, { idempotencyKey }),
    );
    if (MaBam !== digest) throw new Error('what was acknowledged is not what was sent');
    return MaTiepNhan;
  }

  override find(month: string): Promise<AcknowledgedReport | null> {
    return asDown(() => this.client.call(this.operations.find, month));
  }
}

function operationsOf(service: ServiceDescription) {
  const send: Operation<OutgoingReport, z.output<typeof taken>> = {
    ...{ service, name: 'send', method: 'POST', idempotent: true },
    encode: (report) => ({ path: 'GuiBaoCao', body: wireReport(report) }),
    decode: (answer) => taken.parse(answer),
  };
  const find: Operation<string, AcknowledgedReport | null> = {
    ...{ service, name: 'find', method: 'GET', idempotent: true },
    encode: (month) => ({ path: 'TraCuuBaoCao', query: { KyBaoCao: month } }),
    decode: (answer) => {
      const { BaoCao } = held.parse(answer);
      if (BaoCao === null) return null;
      const { PhienBan, MaBam, MaTiepNhan, SoDong } = BaoCao;
      return { version: PhienBan, digest: MaBam, receipt: MaTiepNhan, lines: SoDong };
    },
  };
  return { send, find };
}

function wireReport({ month, version, indicatorSet, digest, reason, lines }: OutgoingReport): JsonValue {
  return {
    KyBaoCao: month,
    PhienBan: version,
    BoChiTieu: indicatorSet,
    LyDoDieuChinh: reason,
    MaBam: digest,
    ChiTiet: lines.map(({ unit, procedure, indicator, numerator, denominator }) => ({
      MaDonVi: unit,
      MaTTHC: procedure,
      ChiTieu: codeOf(indicator),
      TuSo: numerator,
      MauSo: denominator,
    })),
  };
}

function codeOf(indicator: string): string {
  const code = indicatorCodes[indicator];
  if (code === undefined) throw new Error(`the indicator ${indicator} has no name over there`);
  return code;
}
