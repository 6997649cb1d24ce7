/** Twelve digits of which the first three are the code of a province (001-096): the form of a real personal id. */
const PERSONAL_ID = /(?<![\w-])0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}(?!\w)/u;
/** Vietnamese mobile number that is neither an invented one below 0900000 nor an invented tax code, which begins with 099. */
const PHONE = /(?<![\w-])(?!0900000|099)(?:\+84|0)[35789]\d{8}(?!\w)/u;

/** @type {import('eslint').Rule.RuleModule} */
export const noPersonalIdLiterals = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid numbers in code that could be somebody’s personal id or phone' },
    messages: {
      personalId: 'This could be a real personal id. Invented ones begin with 099.',
      phone: 'This could be a real phone number. Invented ones begin with 0900000.',
    },
    schema: [],
  },
  create(context) {
    /**
     * @param {import('estree').Node} node
     * @param {string} text
     */
    function check(node, text) {
      if (PERSONAL_ID.test(text)) context.report({ node, messageId: 'personalId' });
      if (PHONE.test(text)) context.report({ node, messageId: 'phone' });
    }
    return {
      Literal(node) {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};
