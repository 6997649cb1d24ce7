import { inject, Injectable } from '@angular/core';
import { MachineParts } from '../session/machine-parts';

/** A slip of paper: lines of text from top to bottom, and a QR code at its end. */
export interface Slip {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
  /** Already drawn; null for a slip without. */
  readonly picture: Element | null;
}

/**
 * Port: the printer of the machine for slips. The browser prints what stands in a box of its own, which is taken out of the
 * page at once; what the spooler of the system does is outside, see docs/operations/kiosk.md.
 */
@Injectable({ providedIn: 'root' })
export class SlipPrinter {
  readonly #parts = inject(MachineParts);

  /** Resolves when the browser has handed the slip on; whether paper came out only the person can see. */
  print(slip: Slip): void {
    const box = draw(slip);
    document.body.append(box);
    try {
      window.print();
    } finally {
      box.remove();
    }
  }

  /** The person says whether the paper is there. */
  confirm(came: boolean): void {
    this.#parts.note('printer', came);
  }
}

function draw({ title, lines, picture }: Slip): HTMLElement {
  const box = document.createElement('section');
  box.className = 'slip';
  box.setAttribute('aria-hidden', 'true');
  const heading = document.createElement('h1');
  heading.textContent = title;
  box.append(heading);
  for (const [label, value] of lines) {
    const line = document.createElement('p');
    const strong = document.createElement('strong');
    strong.textContent = value;
    line.append(`${label}: `, strong);
    box.append(line);
  }
  if (picture !== null) box.append(picture.cloneNode(true));
  return box;
}
