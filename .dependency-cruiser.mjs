const DOMAIN = '^libs/server/(?!kernel|database)([^/]+)/src/';
/** Folders by layer; folders by topic (keys, files, …) may stand beside them and serve any layer but the pure one. */
const LAYERS = 'domain|application|persistence|http|jobs';
const NOT_SPEC = '(?:\\.spec|\\.int-spec)\\.ts$';

/**
 * @param {string} layer
 * @param {string} allowed regular expression of the folders that the layer may use
 * @param {string} why
 */
function layerRule(layer, allowed, why) {
  return {
    name: `layer-${layer}`,
    comment: why,
    severity: 'error',
    from: { path: `${DOMAIN}${layer}/`, pathNot: NOT_SPEC },
    to: { path: `^libs/server/$1/src/(?:${LAYERS})/`, pathNot: `^libs/server/$1/src/(?:${allowed})/` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A circle has no first file to read, and at run time a class in it may be undefined.',
      severity: 'error',
      from: { pathNot: NOT_SPEC },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'layer-domain',
      comment: 'Pure decisions know nothing of use cases, tables, keys or HTTP.',
      severity: 'error',
      from: { path: `${DOMAIN}domain/`, pathNot: NOT_SPEC },
      to: { path: '^libs/server/$1/src/[^/]+/', pathNot: '^libs/server/$1/src/domain/' },
    },
    layerRule(
      'application',
      'application|domain|persistence|ports',
      'A use case does not know who calls it.',
    ),
    layerRule('persistence', 'persistence|domain', 'Tables do not know the use cases.'),
    layerRule('http', 'http|application|domain', 'A controller reaches data only through a use case.'),
    layerRule('jobs', 'jobs|application|domain', 'A job reaches data only through a use case.'),
    {
      name: 'pure-domain',
      comment: 'Pure decisions do no input or output.',
      severity: 'error',
      from: { path: `${DOMAIN}domain/`, pathNot: NOT_SPEC },
      to: { path: '(?:^|node_modules/)(?:typeorm|pg|fastify|@nestjs/(?!common))' },
    },
    {
      name: 'no-inner-index',
      comment: 'One index.ts for each library; inside, files import each other.',
      severity: 'error',
      from: {},
      to: { path: '/src/.+/index[.]ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)(?:dist|\\.data|tmp)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    moduleSystems: ['es6'],
  },
};
