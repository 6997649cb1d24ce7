import type { GeneralResultData } from './general-result';

/** Kinds of document the system prints; the same names as in the contract's `documentView`. */
export type DocumentKind =
  'submission-receipt' | 'form-01' | 'form-02' | 'form-03' | 'result' | 'payment-receipt';

/** Head of every form: who issues it, where, and how to find the dossier again. */
export interface PrintHead {
  /** For example `UỶ BAN NHÂN DÂN TỈNH HẠ AN`; printed in capitals as given. */
  readonly province: string;
  /** Issuing unit, for example the one-stop centre. */
  readonly unit: string;
  /** Place name before the date. */
  readonly place: string;
  /** `Số:` of the form, for example `12/TTPVHCC`; null leaves a dotted line. */
  readonly number: string | null;
  /** Instant the document is about; every date on it comes from the data, so printing is repeatable. ISO-8601. */
  readonly issuedAt: string;
  /** Dossier code, or the transaction code before reception. */
  readonly code: string;
  readonly hotline: string;
  readonly portal: string;
  /** Where the dossier can be followed; drawn as the QR code. */
  readonly trackingUrl: string;
}

/** A person as printed. Missing contact data leaves a dotted line to write on. */
export interface PrintedPerson {
  readonly name: string;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Personal id, passport or tax code, already masked if it has to be. */
  readonly identifier: string | null;
}

/** One line of the components table. */
export interface PrintedComponent {
  readonly name: string;
  readonly originals: number;
  readonly certifiedCopies: number;
  readonly photocopies: number;
  /** For example `bản điện tử`. */
  readonly form: string;
  readonly note: string | null;
}

/** Person who signs, with the capacity that stands before the title. */
export interface PrintedSigner {
  readonly name: string;
  /** For example `KT. CHỦ TỊCH`; null when the signer is the head. */
  readonly capacity: string | null;
  /** For example `PHÓ CHỦ TỊCH`. */
  readonly title: string;
}

/** Proof that a dossier was handed in online, before anybody received it. */
export interface SubmissionReceiptData {
  readonly head: PrintHead;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly submitter: PrintedPerson;
  readonly owner: PrintedPerson;
  readonly receivingUnit: string;
  readonly submittedAt: string;
  readonly receptionDueAt: string;
  readonly pin: string;
  /** What was filed, in the words of the form: label and answer. */
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly files: readonly {
    readonly component: string;
    readonly fileName: string;
    readonly size: number;
    readonly sha256: string;
  }[];
  /** Hash and key id of the signed receipt. */
  readonly receipt: { readonly sha256: string; readonly keyId: string };
}

/** Mẫu số 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả. */
export interface Form01Data {
  readonly head: PrintHead;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly submitter: PrintedPerson;
  readonly owner: PrintedPerson;
  /** How the dossier came in, in words. */
  readonly channel: string;
  readonly competentUnit: string;
  readonly components: readonly PrintedComponent[];
  readonly sets: number;
  /** Statutory time in words, for example `trong ngày làm việc`. */
  readonly statutoryTime: string;
  readonly receivedAt: string;
  /** Null when the law sets no time limit. */
  readonly dueAt: string | null;
  /** How and where the result is handed out, in words. */
  readonly resultDelivery: string;
  readonly register: { readonly book: string; readonly number: string } | null;
  readonly pin: string;
  readonly receiver: string;
}

/** Mẫu số 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. */
export interface Form02Data {
  readonly head: PrintHead;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly submitter: PrintedPerson;
  readonly owner: PrintedPerson;
  readonly stage: 'reception' | 'appraisal';
  readonly items: readonly { readonly name: string; readonly instruction: string }[];
  readonly reason: string;
  /** Legal ground; null when the request needs none. */
  readonly ground: string | null;
  readonly answerBy: string | null;
  readonly contact: { readonly name: string; readonly phone: string | null };
  readonly officer: string;
}

/** Mẫu số 03: Phiếu từ chối tiếp nhận, or the written refusal that is the negative result of a procedure. */
export interface Form03Data {
  readonly head: PrintHead;
  readonly variant: 'refuse-reception' | 'refuse-resolution';
  readonly procedure: { readonly code: string; readonly name: string };
  readonly submitter: PrintedPerson;
  readonly owner: PrintedPerson;
  readonly reason: string;
  readonly ground: string | null;
  /** Where the person can turn to instead, or how to complain, in words. */
  readonly remedy: string | null;
  readonly contact: { readonly name: string; readonly phone: string | null };
  readonly signer: PrintedSigner;
}

/** Bản sao từ sổ gốc: certified copy of an entry of the original register. */
export interface RegisterCopyData {
  readonly template: 'register-copy';
  readonly head: PrintHead;
  readonly procedure: { readonly code: string; readonly name: string };
  /** Title of the copied paper, for example `GIẤY KHAI SINH`. */
  readonly paperTitle: string;
  readonly register: {
    readonly name: string;
    readonly book: string | null;
    readonly number: string;
    readonly enteredOn: string | null;
  };
  /** Excerpt: what the register says. */
  readonly excerpt: readonly { readonly label: string; readonly value: string }[];
  readonly requester: string;
  /** Number under which the copy is issued, and the day. */
  readonly issue: { readonly number: string; readonly at: string };
  readonly copies: number;
  readonly signer: PrintedSigner;
  readonly verification: { readonly url: string };
}

/** Biên lai thu phí, lệ phí. @legal NĐ 254/2026 Điều 23–25; the layout was not compared with the gazette */
export interface PaymentReceiptData {
  readonly head: PrintHead;
  readonly procedure: { readonly code: string; readonly name: string };
  /** Symbol of the series, and the number in it: at most eight digits. */
  readonly symbol: string;
  readonly number: string;
  readonly payer: PrintedPerson;
  readonly lines: readonly { readonly name: string; readonly amount: string }[];
  /** In figures with unit, and in words. */
  readonly amount: string;
  readonly amountInWords: string;
  /** In words, for example `trực tuyến`. */
  readonly method: string;
  readonly paidAt: string;
  readonly collector: string;
}

/** A result of a procedure: a copy from a register, or another paper. */
export type ResultData = RegisterCopyData | GeneralResultData;

/** Data of each kind of document. */
export interface PrintData {
  readonly 'submission-receipt': SubmissionReceiptData;
  readonly 'form-01': Form01Data;
  readonly 'form-02': Form02Data;
  readonly 'form-03': Form03Data;
  readonly result: ResultData;
  readonly 'payment-receipt': PaymentReceiptData;
}
