import type { Answers } from '@mocua/contract';
import type { OutgoingDefinition } from '@mocua/server/procedure';

/** A number as an officer entered it in the form of the step. */
export type NumberGiven = Readonly<Record<'number' | 'issuedOn', string | null>>;

/** What was entered in the fields that the package fills from the document management system. */
export function numberGiven({ issued }: Pick<OutgoingDefinition, 'issued'>, values: Answers): NumberGiven {
  const entered = (fact: string): string | null => {
    const field = fieldOf({ issued }, fact);
    const value = field === undefined ? null : values[field];
    return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : null;
  };
  const issuedOn = entered('issuedOn');
  return {
    number: entered('number'),
    issuedOn: issuedOn !== null && /^\d{4}-\d{2}-\d{2}$/u.test(issuedOn) ? issuedOn : null,
  };
}

/** Field of the form of the step that a fact of the document management system fills in. */
export function fieldOf({ issued }: Pick<OutgoingDefinition, 'issued'>, fact: string): string | undefined {
  return Object.keys(issued.values).find((name) => issued.values[name]?.trim() === fact);
}
