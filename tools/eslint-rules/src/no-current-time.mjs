/** @type {import('eslint').Rule.RuleModule} */
export const noCurrentTime = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid asking the machine for the time where time must be given' },
    messages: {
      given:
        'Take the instant as an argument, or inject Clock: a test and a replay must be able to choose it.',
    },
    schema: [],
  },
  create(context) {
    return {
      'NewExpression[callee.name="Date"][arguments.length=0]': report,
      'CallExpression[callee.name="Date"]': report,
      'CallExpression[callee.object.name=/^(?:Date|performance)$/][callee.property.name="now"]': report,
    };

    /** @param {import('estree').Node} node */
    function report(node) {
      context.report({ node, messageId: 'given' });
    }
  },
};
