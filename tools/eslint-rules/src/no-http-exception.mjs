/** @type {import('eslint').Rule.RuleModule} */
export const noHttpException = {
  meta: {
    type: 'problem',
    docs: { description: 'forbid Nest’s HTTP exceptions: they carry a status where a problem code belongs' },
    messages: {
      problem: "Throw problem('<code>') of @mocua/server/kernel; the filter chooses status and words.",
    },
    schema: [],
  },
  create(context) {
    return {
      'ImportDeclaration[source.value="@nestjs/common"] > ImportSpecifier[imported.name=/Exception$/]': (
        /** @type {import('estree').Node} */ node,
      ) => context.report({ node, messageId: 'problem' }),
    };
  },
};
