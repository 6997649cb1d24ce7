import { Component, type ElementRef, effect, input, viewChild } from '@angular/core';
import { useTexts } from '@mocua/web/kernel';

const namespace = 'http://www.w3.org/2000/svg';
const quietZone = 4;

/** A QR code as one SVG path built by DOM calls; the encoder is loaded only where a code is shown. */
@Component({
  selector: 'mc-qr-code',
  template: `<div #box class="mc-qr" role="img" [attr.aria-label]="label() || t('ui.qr')"></div>`,
})
export class QrCode {
  readonly text = input.required<string>();
  readonly label = input('');
  protected readonly t = useTexts();
  protected readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      const box = this.box().nativeElement;
      void draw(this.text()).then((drawing) => box.replaceChildren(drawing));
    });
  }
}

async function draw(text: string): Promise<SVGElement> {
  const { default: encoder } = await import('qrcode');
  const { modules } = encoder.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 1) path += `M${String(column)} ${String(row)}h1v1h-1z`;
    }
  }
  const svg = document.createElementNS(namespace, 'svg');
  const side = modules.size + 2 * quietZone;
  svg.setAttribute('viewBox', `${String(-quietZone)} ${String(-quietZone)} ${String(side)} ${String(side)}`);
  svg.setAttribute('aria-hidden', 'true');
  const squares = document.createElementNS(namespace, 'path');
  squares.setAttribute('d', path);
  squares.setAttribute('fill', '#000000');
  svg.append(squares);
  return svg;
}
