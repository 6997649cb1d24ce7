/**
 * Who asks, why, and under which number: every register that holds personal data wants it with each question and keeps
 * it, and so do we.
 */
export interface LookUpContext {
  /** Unique for each question, the same for its repetitions; at most 40 signs. */
  readonly requestId: string;
  /** Code of the procedure the data are for. */
  readonly procedureCode: string;
  /** Identifier of the agency on whose behalf is asked, for example `H99.1.5`. */
  readonly agencyCode: string;
  /** Short name of the officer, or of the system for a person who files; at most 20 signs. */
  readonly requester: string;
  readonly signal?: AbortSignal;
}

/** The context in the words of the wire. */
export function wireContext({ requestId, procedureCode, agencyCode, requester }: LookUpContext) {
  return {
    MaYeuCau: requestId.slice(0, 40),
    MaDVC: procedureCode,
    MaDonVi: agencyCode,
    MaCanBo: requester.slice(0, 20),
  };
}
