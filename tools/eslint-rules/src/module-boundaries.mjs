/**
 * Which other domains a domain may use. There is no way round: the graph has no circle.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const DOMAIN_GRAPH = {
  identity: [],
  procedure: ['identity'],
  'personal-data': ['identity'],
  document: ['identity', 'personal-data'],
  dossier: ['identity', 'procedure', 'personal-data', 'document'],
  notification: ['identity', 'personal-data'],
  'data-store': ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  privacy: ['identity', 'procedure', 'personal-data', 'document', 'dossier', 'data-store'],
  kiosk: ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  content: ['identity', 'procedure'],
  payment: ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  provider: ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  'national-portal': ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  delivery: ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  signing: ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  handover: ['identity', 'procedure', 'personal-data', 'document', 'dossier'],
  sector: ['identity', 'procedure', 'personal-data', 'document', 'dossier', 'handover'],
  'document-management': [
    'identity',
    'procedure',
    'personal-data',
    'document',
    'dossier',
    'handover',
    'signing',
  ],
  reporting: ['identity'],
  outbound: [],
};

const ENGINE_BANS = ['@nestjs/*', 'typeorm', 'pg', '@angular/*', 'rxjs', 'rxjs/*'];
const UI_USES = ['type:ui', 'type:web-ui', 'type:web-kernel', 'type:contract', 'type:engine'];
/** The pages of one audience never use those of another. */
const FEATURE = { uses: [...UI_USES, 'type:web-renderer'] };

/** What a project of each type may use; a tag that is not listed here may use nothing. */
const BY_TYPE = {
  contract: { uses: ['type:contract'], bans: ['@nestjs/*', '@angular/*', 'typeorm', 'pg', 'rxjs'] },
  engine: { uses: ['type:engine', 'type:contract'], bans: ENGINE_BANS },
  kernel: { uses: ['type:kernel', 'type:contract'] },
  domain: { uses: ['type:domain', 'type:kernel', 'type:engine', 'type:contract'], bans: ['@angular/*'] },
  composition: {
    uses: ['type:domain', 'type:kernel', 'type:engine', 'type:contract', 'type:adapter', 'type:lgsp-client'],
  },
  'lgsp-client': { uses: ['type:kernel', 'type:contract'] },
  // What adapters of one kind share; an adapter never uses another one.
  'adapter-base': { uses: ['type:lgsp-client', 'type:kernel', 'type:domain', 'type:contract'] },
  adapter: { uses: ['type:lgsp-client', 'type:adapter-base', 'type:kernel', 'type:domain', 'type:contract'] },
  app: { uses: ['*'] },
  tool: { uses: ['*'] },
  testing: { uses: ['*'] },
  ui: { uses: UI_USES, bans: ['@angular/common/http'] },
  'web-ui': { uses: UI_USES, bans: ['@angular/common/http'] },
  'web-renderer': { uses: UI_USES, bans: ['@angular/common/http'] },
  'web-kernel': { uses: ['type:web-kernel', 'type:contract', 'type:engine'] },
  e2e: { uses: ['*'] },
  feature: FEATURE,
  'web-citizen': FEATURE,
  'web-officer': FEATURE,
  'web-kiosk': FEATURE,
};

/**
 * Options of @nx/enforce-module-boundaries.
 * @param {{ forSpecs: boolean }} kind specs may use the testing library and the database besides
 */
export function moduleBoundaries({ forSpecs }) {
  const extra = forSpecs ? ['type:testing', 'type:kernel'] : [];
  const types = Object.entries(BY_TYPE).map(([type, rule]) => ({
    sourceTag: `type:${type}`,
    onlyDependOnLibsWithTags: rule.uses.includes('*') ? ['*'] : [...rule.uses, ...extra],
    ...('bans' in rule ? { bannedExternalImports: rule.bans } : {}),
  }));
  const scopes = Object.entries(DOMAIN_GRAPH).map(([domain, others]) => ({
    sourceTag: `scope:${domain}`,
    notDependOnLibsWithTags: Object.keys(DOMAIN_GRAPH)
      .filter((other) => other !== domain && !others.includes(other))
      .map((other) => `scope:${other}`),
  }));
  return {
    // The testing library is used by specs of the very libraries it uses; no program contains such a circle.
    ignoredCircularDependencies: [['*', 'testing']],
    // Plain Node runs the tools, without path aliases.
    allow: ['../../../tools/local-postgres/**'],
    depConstraints: [
      ...types,
      ...scopes.filter(({ notDependOnLibsWithTags }) => notDependOnLibsWithTags.length > 0),
      {
        sourceTag: 'platform:any',
        onlyDependOnLibsWithTags: ['platform:any', ...(forSpecs ? ['type:testing'] : [])],
      },
      { sourceTag: 'platform:server', onlyDependOnLibsWithTags: ['platform:server', 'platform:any'] },
      {
        sourceTag: 'platform:web',
        onlyDependOnLibsWithTags: ['platform:web', 'platform:any', ...(forSpecs ? ['type:testing'] : [])],
      },
    ],
  };
}
