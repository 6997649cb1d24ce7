import type { Answers, PartyId } from '@mocua/contract';
import type { DocumentRef, EventActor } from '@mocua/engine/dossier';
import { readBack, type ReadBackPage } from '@mocua/engine/eform';
import type { PrintedPerson, PrintHead } from '@mocua/server/document';
import type { OpenedDossier } from '../views/dossier-reader';
import { readValue, unitName } from '../views/dossier-reader';

/** Names and places of the province that stand on every form. */
export interface ProvinceWords {
  readonly name: string;
  readonly hotline: string;
  readonly portal: string;
}

/** Which paper, and as of when; it need not be a document of the dossier yet. */
export type PrintedMoment = Pick<DocumentRef, 'kind' | 'seq' | 'issuedAt'>;

/** Everything a form is printed from: the opened dossier as it was at the event, and who acted. */
export interface PrintSource {
  readonly opened: OpenedDossier;
  readonly document: PrintedMoment;
  readonly province: ProvinceWords;
  readonly tracking: { readonly pin: string; readonly url: string };
  readonly nameOf: (partyId: PartyId) => string;
}

export function headOf(source: PrintSource, unitId: OpenedDossier['state']['units']['receiving']): PrintHead {
  const { opened, document, province, tracking } = source;
  return {
    province: `UỶ BAN NHÂN DÂN ${province.name.toLocaleUpperCase('vi')}`,
    unit: unitName(opened.tree, unitId).toLocaleUpperCase('vi'),
    place: province.name.replace(/^[Tt]ỉnh /u, ''),
    number: null,
    issuedAt: document.issuedAt,
    code: opened.state.code ?? opened.state.transactionCode,
    hotline: province.hotline,
    portal: province.portal,
    trackingUrl: tracking.url,
  };
}

/** The answers as they stood when the document came into being. */
export function answersAt(source: PrintSource): Answers {
  const { opened, document } = source;
  const latest = opened.events
    .filter((event) => event.seq <= document.seq)
    .flatMap((event) => ('answers' in event.payload ? [event.payload.answers] : []))
    .at(-1);
  return (readValue(opened.values, latest) ?? opened.answers) as Answers;
}

export function readBackOf(source: PrintSource): readonly ReadBackPage[] {
  const { opened, document } = source;
  const day = document.issuedAt.slice(0, 10);
  return readBack(opened.procedure.compiledForm, answersAt(source), {
    facts: { today: day },
    unitName: (unitId) => opened.tree.find(unitId as OpenedDossier['state']['units']['receiving'])?.name,
  });
}

/** The applicant as printed; the personal id is masked but for its last four digits. */
export function applicantOf(source: PrintSource, partyId: PartyId): PrintedPerson {
  const answers = answersAt(source);
  const text = (key: string): string | null =>
    typeof answers[key] === 'string' && answers[key] !== '' ? answers[key] : null;
  const address = answers['address'];
  const personalId = text('personalId');
  return {
    name: source.nameOf(partyId),
    address: typeof address === 'object' && address !== null && 'text' in address ? address.text : null,
    phone: text('phone'),
    email: text('email'),
    identifier:
      personalId === null ? null : `${'•'.repeat(Math.max(0, personalId.length - 4))}${personalId.slice(-4)}`,
  };
}

/** Who acted, as a signature names them. */
export function officerName(source: PrintSource, actor: EventActor | undefined): string {
  return actor?.kind === 'officer' ? source.nameOf(actor.partyId) : 'Hệ thống';
}

/** Event at which the document came into being. */
export function eventOf(source: PrintSource): OpenedDossier['events'][number] {
  const event = source.opened.events.find((each) => each.seq === source.document.seq);
  if (!event) throw new Error('a document without its event');
  return event;
}

/** Answers together with what officers entered; a later step wins. */
export function printedValues(source: PrintSource): Answers {
  const { opened } = source;
  const entered = Object.values(opened.state.taskValues).map((ref) => readValue(opened.values, ref) ?? {});
  return Object.assign({}, answersAt(source), ...entered) as Answers;
}
