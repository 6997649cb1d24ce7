// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- other projects compile this file without our ambient types
/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { modelProblem } from './model-problems';
import { mocuaExtension } from './mocua-extension';
import type { Bounds, ModelFlow, ModelNode, ModelProblem, ProcessModel, Waypoint } from './process-model';

export type ParseBpmnResult =
  | { readonly ok: true; readonly model: ProcessModel }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/** Longest BPMN text that is read, in characters; a real process with its drawing has some 20 000. */
const maxLength = 2_000_000;

/**
 * Reads BPMN 2.0 XML with the `mocua:` extension and keeps the drawing. Reading only: whether the process may run is
 * decided by `compileProcess`. Elements outside the executable subset come through, so that all are reported at once.
 */
export async function parseBpmn(xml: string): Promise<ParseBpmnResult> {
  if (xml.length > maxLength) return failed(modelProblem('xml.malformed', '', `> ${maxLength}`));
  const definitions = await readDefinitions(xml);
  if ('problem' in definitions) return failed(definitions.problem);

  const roots = elements(definitions.root, 'rootElements');
  const processes = roots.filter((element) => element.$type === 'bpmn:Process');
  const [process] = processes;
  if (!process) return failed(modelProblem('process.missing', idOf(definitions.root)));
  if (processes.length > 1) return failed(modelProblem('process.several', idOf(processes[1] ?? process)));
  const foreign = [
    ...roots.filter((element) => element !== process),
    ...elements(process, 'laneSets'),
    ...elements(process, 'ioSpecification'),
  ];
  if (foreign.length > 0) {
    return failed(
      ...foreign.map((element) => modelProblem('element.unsupported', idOf(element), element.$type)),
    );
  }
  return { ok: true, model: toModel(process, drawingOf(definitions.root)) };
}

function failed(...problems: readonly ModelProblem[]): ParseBpmnResult {
  return { ok: false, problems };
}

async function readDefinitions(xml: string): Promise<{ root: ModdleElement } | { problem: ModelProblem }> {
  try {
    const moddle = new BpmnModdle({ mocua: mocuaExtension });
    const { rootElement, warnings } = await moddle.fromXML(xml, 'bpmn:Definitions');
    // A warning means that something was left out of the result; running what is left would be a guess.
    const [warning] = warnings;
    if (warning) return { problem: modelProblem('xml.malformed', '', firstLine(warning.message)) };
    return { root: rootElement };
  } catch (error) {
    // The parser throws for text that is no BPMN; that is a mistake of the author, not of the program.
    return {
      problem: modelProblem('xml.malformed', '', firstLine(error instanceof Error ? error.message : '')),
    };
  }
}

const firstLine = (message: string): string => message.split('\n')[0]?.trim() ?? '';

interface Drawing {
  readonly bounds: ReadonlyMap<string, Bounds>;
  readonly waypoints: ReadonlyMap<string, readonly Waypoint[]>;
}

function drawingOf(root: ModdleElement): Drawing {
  const bounds = new Map<string, Bounds>();
  const waypoints = new Map<string, readonly Waypoint[]>();
  for (const diagram of elements(root, 'diagrams')) {
    const plane = diagram.get('plane');
    for (const part of isElement(plane) ? elements(plane, 'planeElement') : []) {
      const target = part.get('bpmnElement');
      if (!isElement(target)) continue;
      const box = part.$type === 'bpmndi:BPMNShape' ? part.get('bounds') : null;
      if (isElement(box)) bounds.set(idOf(target), boundsOf(box));
      if (part.$type === 'bpmndi:BPMNEdge') {
        waypoints.set(
          idOf(target),
          elements(part, 'waypoint').map((point) => ({ x: num(point, 'x'), y: num(point, 'y') })),
        );
      }
    }
  }
  return { bounds, waypoints };
}

function boundsOf(box: ModdleElement): Bounds {
  return { x: num(box, 'x'), y: num(box, 'y'), width: num(box, 'width'), height: num(box, 'height') };
}

function toModel(process: ModdleElement, drawing: Drawing): ProcessModel {
  const parts = elements(process, 'flowElements');
  const isFlow = (element: ModdleElement) => element.$type === 'bpmn:SequenceFlow';
  return {
    id: idOf(process),
    name: textOf(process, 'name') ?? '',
    nodes: parts.filter((part) => !isFlow(part)).map((part) => toNode(part, drawing)),
    flows: parts.filter(isFlow).map((part) => toFlow(part, drawing)),
  };
}

function toNode(element: ModdleElement, drawing: Drawing): ModelNode {
  const events = elements(element, 'eventDefinitions');
  const terminate =
    element.$type === 'bpmn:EndEvent' && events.some((event) => event.$type === terminateType);
  return {
    id: idOf(element),
    bpmnType: element.$type,
    name: textOf(element, 'name')?.normalize('NFC').trim() ?? '',
    nameEn: textOf(element, 'mocua:nameEn')?.trim() ?? '',
    features: [
      ...events.filter((event) => !(terminate && event.$type === terminateType)).map((event) => event.$type),
      ...['loopCharacteristics', 'ioSpecification'].flatMap((property) => {
        const value = element.get(property);
        return isElement(value) ? [value.$type] : [];
      }),
    ],
    terminate,
    defaultFlow: referenceOf(element, 'default'),
    step: textOf(element, 'mocua:step'),
    role: textOf(element, 'mocua:role'),
    formId: textOf(element, 'mocua:form'),
    unit: textOf(element, 'mocua:unit'),
    requests: textOf(element, 'mocua:requests'),
    system: textOf(element, 'mocua:system'),
    outcomes: (textOf(element, 'mocua:outcomes') ?? '')
      .split(',')
      .map((code) => code.trim())
      .filter((code) => code !== ''),
    outcome: textOf(element, 'mocua:outcome'),
    bounds: drawing.bounds.get(idOf(element)) ?? null,
  };
}

const terminateType = 'bpmn:TerminateEventDefinition';

function toFlow(element: ModdleElement, drawing: Drawing): ModelFlow {
  const condition = element.get('conditionExpression');
  const source = isElement(condition) ? textOf(condition, 'body') : null;
  return {
    id: idOf(element),
    name: textOf(element, 'name')?.normalize('NFC').trim() ?? null,
    from: referenceOf(element, 'sourceRef') ?? '',
    to: referenceOf(element, 'targetRef') ?? '',
    // Modelers mark FEEL text by a leading `=`.
    condition: source?.trim().replace(/^=/u, '').trim() ?? null,
    waypoints: drawing.waypoints.get(idOf(element)) ?? [],
  };
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function elements(owner: ModdleElement, property: string): readonly ModdleElement[] {
  const value = owner.get(property);
  if (isElement(value)) return [value];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

function idOf(element: ModdleElement): string {
  return textOf(element, 'id') ?? '';
}

function referenceOf(element: ModdleElement, property: string): string | null {
  const value = element.get(property);
  return isElement(value) ? idOf(value) : null;
}

function textOf(element: ModdleElement, property: string): string | null {
  const value = element.get(property);
  return typeof value === 'string' ? value : null;
}

function num(element: ModdleElement, property: string): number {
  const value = element.get(property);
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
