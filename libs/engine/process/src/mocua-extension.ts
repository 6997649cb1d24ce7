/** Namespace of our BPMN extension; the version is part of the name, so that a meaning never changes under a file. */
export const mocuaNamespace = 'urn:mocua:bpmn:1';

/**
 * The extension as bpmn-moddle wants it. Other tools keep unknown namespaced attributes untouched, so a file may travel
 * through any BPMN modeler and come back whole. The README documents each attribute.
 */
export const mocuaExtension = {
  name: 'Mocua',
  uri: mocuaNamespace,
  prefix: 'mocua',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'TaskProperties',
      extends: ['bpmn:UserTask'],
      properties: [
        { name: 'step', isAttr: true, type: 'String' },
        { name: 'role', isAttr: true, type: 'String' },
        { name: 'form', isAttr: true, type: 'String' },
        { name: 'outcomes', isAttr: true, type: 'String' },
        { name: 'unit', isAttr: true, type: 'String' },
        { name: 'requests', isAttr: true, type: 'String' },
        { name: 'system', isAttr: true, type: 'String' },
        { name: 'nameEn', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'EndProperties',
      extends: ['bpmn:EndEvent'],
      properties: [{ name: 'outcome', isAttr: true, type: 'String' }],
    },
  ],
} as const;
