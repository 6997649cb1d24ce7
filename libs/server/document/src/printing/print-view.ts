import type { DocumentKind, PrintData, PrintedPerson, PrintHead, RegisterCopyData } from './print-data';
import { qrSvg } from './qr-code';
import { fileSize, inWords, inWordsWithTime, shortDate } from './vietnamese-dates';

/** What a template receives: plain JSON in which every date is already a text and the QR code a drawing. */
export type PrintView = Readonly<Record<string, unknown>>;

const viewOf: { readonly [K in DocumentKind]: (data: PrintData[K]) => PrintView } = {
  'submission-receipt': (data) => ({
    ...data,
    ...headView(data.head),
    ...peopleView(data),
    submittedAt: inWordsWithTime(data.submittedAt),
    receptionDueAt: inWordsWithTime(data.receptionDueAt),
    files: data.files.map((file) => ({ ...file, size: fileSize(file.size) })),
  }),
  'form-01': (data) => ({
    ...data,
    ...headView(data.head),
    ...peopleView(data),
    receivedAt: inWordsWithTime(data.receivedAt),
    dueAt: data.dueAt === null ? 'pháp luật không quy định thời hạn' : inWordsWithTime(data.dueAt),
  }),
  'form-02': (data) => ({
    ...data,
    ...headView(data.head),
    ...peopleView(data),
    answerBy: data.answerBy === null ? null : inWords(data.answerBy),
  }),
  'form-03': (data) => ({ ...data, ...headView(data.head), ...peopleView(data) }),
  'payment-receipt': (data) => ({
    ...data,
    ...headView(data.head),
    paidAt: inWordsWithTime(data.paidAt),
  }),
  result: (data) => ({
    ...data,
    ...headView(data.head),
    issue: { number: data.issue.number, at: inWords(data.issue.at) },
    ...(data.template === 'register-copy' ? registerView(data.register) : {}),
    qr: qrSvg(data.verification.url),
  }),
};

function registerView(register: RegisterCopyData['register']): PrintView {
  const { enteredOn } = register;
  return { register: { ...register, enteredOn: enteredOn === null ? null : shortDate(enteredOn) } };
}

/** Prepares the data of a document for its template. */
export function printView<K extends DocumentKind>(kind: K, data: PrintData[K]): PrintView {
  return viewOf[kind](data);
}

function headView(head: PrintHead): PrintView {
  return { head: { ...head, date: `${head.place}, ${inWords(head.issuedAt)}` }, qr: qrSvg(head.trackingUrl) };
}

/** The owner is named once when the same person files. */
function peopleView(data: { readonly submitter: PrintedPerson; readonly owner: PrintedPerson }): PrintView {
  const same = data.submitter.name === data.owner.name && data.submitter.identifier === data.owner.identifier;
  return { ownerIsSubmitter: same };
}
