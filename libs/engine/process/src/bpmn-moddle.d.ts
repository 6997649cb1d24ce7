/** The part of bpmn-moddle that the parser uses; the package ships types for its elements, not for its entry point. */
declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    get(name: string): unknown;
  }
  export interface ParseResult {
    readonly rootElement: ModdleElement;
    readonly warnings: readonly { readonly message: string }[];
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string, type?: string): Promise<ParseResult>;
  }
}
