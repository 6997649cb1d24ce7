import type { ModelFlow, ModelNode, ProcessModel } from '../src/index';

const plain: Omit<ModelNode, 'id' | 'bpmnType'> = {
  name: '',
  nameEn: '',
  features: [],
  terminate: false,
  defaultFlow: null,
  step: null,
  role: null,
  formId: null,
  outcomes: [],
  outcome: null,
  bounds: { x: 0, y: 0, width: 100, height: 80 },
};

type Change = Partial<ModelNode>;

/** Builds models flow by flow: `aModel().start('s').task('a').flow('s', 'a')`. Flow ids are `from>to`. */
export class ModelBuilder {
  private readonly nodes: ModelNode[] = [];
  private readonly flows: ModelFlow[] = [];

  node(id: string, bpmnType: string, change: Change = {}): this {
    this.nodes.push({ ...plain, ...change, id, bpmnType });
    return this;
  }
  start(id = 'start'): this {
    return this.node(id, 'bpmn:StartEvent');
  }
  end(id = 'end', change: Change = {}): this {
    return this.node(id, 'bpmn:EndEvent', { outcome: 'positive', ...change });
  }
  task(id: string, change: Change = {}): this {
    const complete = {
      name: `Bước ${id}`,
      nameEn: `Step ${id}`,
      step: 'appraise',
      role: 'specialist',
      formId: 'form',
      outcomes: ['done'],
    };
    return this.node(id, 'bpmn:UserTask', { ...complete, ...change });
  }
  exclusive(id: string, defaultTo: string | null = null): this {
    return this.node(id, 'bpmn:ExclusiveGateway', {
      defaultFlow: defaultTo === null ? null : `${id}>${defaultTo}`,
    });
  }
  parallel(id: string): this {
    return this.node(id, 'bpmn:ParallelGateway');
  }
  flow(from: string, to: string, condition: string | null = null): this {
    this.flows.push({ id: `${from}>${to}`, name: null, from, to, condition, waypoints: [] });
    return this;
  }
  /** Connects each to the next. */
  path(...ids: readonly string[]): this {
    ids.slice(1).forEach((to, at) => this.flow(ids[at] ?? '', to));
    return this;
  }
  build(): ProcessModel {
    return { id: 'process', name: 'Quy trình', nodes: this.nodes, flows: this.flows };
  }
}

export const aModel = () => new ModelBuilder();
