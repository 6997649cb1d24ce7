import { Component, computed, input } from '@angular/core';
import type { ProcessView } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';

type ProcessNode = ProcessView['nodes'][number];

/** The words are 13 px in the drawing; below three quarters of that nobody reads them. */
const smallestScale = 0.75;

/** The process drawn with the current step marked, and the same said as a list. */
@Component({
  selector: 'mc-process-diagram',
  templateUrl: './process-diagram.html',
})
export class ProcessDiagram {
  readonly process = input.required<ProcessView>();
  protected readonly t = useTexts();
  protected readonly steps = computed(() => this.process().nodes.filter((node) => node.type === 'task'));
  protected readonly viewBox = computed(
    () => `0 0 ${String(this.process().width)} ${String(this.process().height)}`,
  );

  /** A wide process shrinks to its place as far as its words stay readable, and scrolls from there. */
  protected readonly narrowest = computed(() => Math.round(this.process().width * smallestScale));

  protected points(waypoints: readonly { readonly x: number; readonly y: number }[]): string {
    return waypoints.map((point) => `${String(point.x)},${String(point.y)}`).join(' ');
  }

  protected diamond(node: ProcessNode): string {
    const middleX = node.x + node.width / 2;
    const middleY = node.y + node.height / 2;
    return this.points([
      { x: middleX, y: node.y },
      { x: node.x + node.width, y: middleY },
      { x: middleX, y: node.y + node.height },
      { x: node.x, y: middleY },
    ]);
  }

  /** Breaks a name into lines that fit its box; SVG text does not wrap. */
  protected lines(node: ProcessNode): readonly string[] {
    const perLine = Math.max(8, Math.floor((node.width - 12) / 7.2));
    const lines: string[] = [];
    for (const word of node.name.split(/\s+/u)) {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= perLine)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  }

  protected firstLine(node: ProcessNode): number {
    return node.y + node.height / 2 - (this.lines(node).length - 1) * 8 + 4.5;
  }
}
