export { readNationalRecord } from './read-national-record';
export type { ReadRecordResult } from './read-national-record';
export { faultCodes, faultLine } from './record-fault';
export type { FaultCode, RecordFault } from './record-fault';
export { maxBytes } from './parse-document';
export type { LayThuTuc } from './lay-thu-tuc';
export { recordOf } from './national-record';
export type {
  NationalRecord,
  RecordCase,
  RecordChannel,
  RecordComponent,
  RecordFee,
  RecordTime,
} from './national-record';
export { baseCodeOf, readAudience } from './readings';
export { completeness } from './completeness';
export { gapKinds } from './gap-words';
export type { GapKind } from './gap-words';
export { difference } from './difference';
export type { RecordChange } from './record-change';
