import { describe, expect, it } from '@jest/globals';
import { compileProcess, parseBpmn } from './index';

function aFile(process: string, diagram = '', roots = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
      xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
      xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:mocua="urn:mocua:bpmn:1" id="d" targetNamespace="urn:test">
      ${roots}<bpmn:process id="p" name="Thử">${process}</bpmn:process>
      <bpmndi:BPMNDiagram id="dia"><bpmndi:BPMNPlane id="plane" bpmnElement="p">${diagram}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
    </bpmn:definitions>`;
}
const body = `
  <bpmn:startEvent id="s" />
  <bpmn:userTask id="t" name="Thẩm định" mocua:nameEn="Appraise" mocua:step="appraise" mocua:role="specialist" mocua:form="f" mocua:outcomes="ok, back" camunda:assignee="x" />
  <bpmn:exclusiveGateway id="g" default="g-t" />
  <bpmn:endEvent id="e" mocua:outcome="negative"><bpmn:terminateEventDefinition /></bpmn:endEvent>
  <bpmn:sequenceFlow id="s-t" sourceRef="s" targetRef="t" />
  <bpmn:sequenceFlow id="t-g" sourceRef="t" targetRef="g" />
  <bpmn:sequenceFlow id="g-t" sourceRef="g" targetRef="t" />
  <bpmn:sequenceFlow id="g-e" name="Xong" sourceRef="g" targetRef="e"><bpmn:conditionExpression>= outcome = "ok"</bpmn:conditionExpression></bpmn:sequenceFlow>
  <bpmn:textAnnotation id="note"><bpmn:text>ghi chú</bpmn:text></bpmn:textAnnotation>`;
const diagram =
  ['s', 't', 'g', 'e']
    .map(
      (id, at) =>
        `<bpmndi:BPMNShape id="${id}-di" bpmnElement="${id}"><dc:Bounds x="${at * 150}" y="10" width="100" height="80" /></bpmndi:BPMNShape>`,
    )
    .join('') +
  '<bpmndi:BPMNEdge id="s-t-di" bpmnElement="s-t"><di:waypoint x="100" y="50" /><di:waypoint x="150" y="50" /></bpmndi:BPMNEdge>';

async function codesOf(xml: string): Promise<readonly string[]> {
  const result = await parseBpmn(xml);
  return result.ok ? [] : result.problems.map((problem) => problem.code);
}

describe('parseBpmn', () => {
  it('reads tasks with our extension and leaves other vendors’ attributes alone', async () => {
    const result = await parseBpmn(aFile(body, diagram));
    expect(result.ok && result.model.nodes.find((node) => node.id === 't')).toMatchObject({
      name: 'Thẩm định',
      nameEn: 'Appraise',
      step: 'appraise',
      role: 'specialist',
      formId: 'f',
      outcomes: ['ok', 'back'],
    });
  });

  it('reads ends, defaults and conditions', async () => {
    const result = await parseBpmn(aFile(body, diagram));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { nodes, flows } = result.model;
    expect(nodes.find((node) => node.id === 'e')).toMatchObject({
      terminate: true,
      outcome: 'negative',
      features: [],
    });
    expect(nodes.find((node) => node.id === 'g')?.defaultFlow).toBe('g-t');
    expect(flows.find((flow) => flow.id === 'g-e')).toMatchObject({
      name: 'Xong',
      condition: 'outcome = "ok"',
    });
  });

  it('keeps the drawing', async () => {
    const result = await parseBpmn(aFile(body, diagram));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(result.model.nodes.find((node) => node.id === 't')?.bounds).toEqual({
      x: 150,
      y: 10,
      width: 100,
      height: 80,
    });
    expect(result.model.flows.find((flow) => flow.id === 's-t')?.waypoints).toEqual([
      { x: 100, y: 50 },
      { x: 150, y: 50 },
    ]);
  });

  it('gives a model that compiles', async () => {
    const result = await parseBpmn(aFile(body, diagram));
    expect(result.ok && compileProcess(result.model).ok).toBe(true);
  });

  it.each([
    ['text that is no XML', 'quy trình', 'xml.malformed'],
    ['XML that is no BPMN', '<a><b/></a>', 'xml.malformed'],
    ['a file that was cut off', aFile(body, diagram).slice(0, 900), 'xml.malformed'],
    [
      'a flow to an element that does not exist',
      aFile('<bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x" />'),
      'xml.malformed',
    ],
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' +
        aFile('<bpmn:startEvent id="s" name="&b;" />').slice(38),
      'xml.malformed',
    ],
    [
      'a file without process',
      aFile('')
        .replace(/<bpmn:process.*<\/bpmn:process>/su, '')
        .replace('bpmnElement="p"', ''),
      'process.missing',
    ],
    ['two processes', aFile(body, diagram, '<bpmn:process id="q" />'), 'process.several'],
    [
      'lanes',
      aFile(`<bpmn:laneSet id="l"><bpmn:lane id="l1" /></bpmn:laneSet>${body}`, diagram),
      'element.unsupported',
    ],
    ['a collaboration', aFile(body, diagram, '<bpmn:collaboration id="c" />'), 'element.unsupported'],
  ])('refuses %s', async (_what, xml, code) => {
    expect(await codesOf(xml)).toContain(code);
  });

  it.each([
    ['a timer start', '<bpmn:startEvent id="s"><bpmn:timerEventDefinition /></bpmn:startEvent>'],
    [
      'a multi-instance task',
      '<bpmn:userTask id="t"><bpmn:multiInstanceLoopCharacteristics /></bpmn:userTask>',
    ],
    ['an error end', '<bpmn:endEvent id="e"><bpmn:errorEventDefinition /></bpmn:endEvent>'],
    ['a service task', '<bpmn:serviceTask id="t" />'],
    ['a sub-process', '<bpmn:subProcess id="t" />'],
    ['a boundary event', '<bpmn:userTask id="u" /><bpmn:boundaryEvent id="b" attachedToRef="u" />'],
  ])('lets %s through for the compiler to refuse', async (_what, xml) => {
    const result = await parseBpmn(aFile(xml));
    const compiled = result.ok ? compileProcess(result.model) : result;
    expect(compiled.ok ? [] : compiled.problems.map((problem) => problem.code)).toContain(
      'element.unsupported',
    );
  });
});
