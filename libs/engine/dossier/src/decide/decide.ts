import type { DossierState } from '../state';
import { decideEdit, decideRefuse, decideReturn, decideWithdraw } from './closing';
import type { EditCommand, RefuseCommand, ReturnCommand, WithdrawCommand } from './closing';
import type { Decision, DecisionFacts } from './decision';
import {
  decideRecordPayment,
  decideNotePaymentOverdue,
  decideRecordRefund,
  decideRemindPayment,
  decideRequestPayment,
  decideRevokePaymentRequest,
  type NotePaymentOverdueCommand,
  type RecordPaymentCommand,
  type RecordRefundCommand,
  type RemindPaymentCommand,
  type RequestPaymentCommand,
  type RevokePaymentRequestCommand,
} from './payment';
import {
  decidePost,
  decideRecallParcel,
  decideRecordParcel,
  type PostCommand,
  type RecallParcelCommand,
  type RecordParcelCommand,
} from './parcel';
import {
  type AlertReceptionCommand,
  decideAlertReception,
  decideReceive,
  type ReceiveCommand,
} from './receive';
import {
  decideAnswerSupplement,
  decideConfirmSupplement,
  decideLapseSupplement,
  decideRequestSupplement,
  decideSendSupplement,
} from './supplement';
import type {
  AnswerSupplementCommand,
  ConfirmSupplementCommand,
  LapseSupplementCommand,
  RequestSupplementCommand,
  SendSupplementCommand,
} from './supplement';
import { type CompleteTaskCommand, decideCompleteTask } from './tasks';

/** Commands on an existing dossier; filing is `decideSubmit`. */
export type DossierCommand =
  | ReceiveCommand
  | AlertReceptionCommand
  | RefuseCommand
  | RequestSupplementCommand
  | SendSupplementCommand
  | AnswerSupplementCommand
  | ConfirmSupplementCommand
  | LapseSupplementCommand
  | EditCommand
  | WithdrawCommand
  | CompleteTaskCommand
  | ReturnCommand
  | PostCommand
  | RecallParcelCommand
  | RecordParcelCommand
  | RequestPaymentCommand
  | RevokePaymentRequestCommand
  | RemindPaymentCommand
  | NotePaymentOverdueCommand
  | RecordPaymentCommand
  | RecordRefundCommand;

/** Decides a command against the state: the events that follow, or the reason why not. Pure and total. */
export function decide(state: DossierState, command: DossierCommand, facts: DecisionFacts): Decision {
  switch (command.type) {
    case 'receive':
      return decideReceive(state, command, facts);
    case 'alert-reception':
      return decideAlertReception(state, command, facts);
    case 'refuse':
      return decideRefuse(state, command, facts);
    case 'request-supplement':
      return decideRequestSupplement(state, command, facts);
    case 'send-supplement':
      return decideSendSupplement(state, command, facts);
    case 'answer-supplement':
      return decideAnswerSupplement(state, command, facts);
    case 'confirm-supplement':
      return decideConfirmSupplement(state, command, facts);
    case 'lapse-supplement':
      return decideLapseSupplement(state, command, facts);
    case 'edit':
      return decideEdit(state, command, facts);
    case 'withdraw':
      return decideWithdraw(state, command, facts);
    case 'complete-task':
      return decideCompleteTask(state, command, facts);
    case 'return-result':
      return decideReturn(state, command, facts);
    case 'post-result':
      return decidePost(state, command, facts);
    case 'recall-parcel':
      return decideRecallParcel(state, facts);
    case 'record-parcel':
      return decideRecordParcel(state, command, facts);
    case 'request-payment':
      return decideRequestPayment(state, command, facts);
    case 'revoke-payment-request':
      return decideRevokePaymentRequest(state, command, facts);
    case 'remind-payment':
      return decideRemindPayment(state, facts);
    case 'note-payment-overdue':
      return decideNotePaymentOverdue(state, facts);
    case 'record-payment':
      return decideRecordPayment(state, command, facts);
    case 'record-refund':
      return decideRecordRefund(state, command, facts);
  }
}
