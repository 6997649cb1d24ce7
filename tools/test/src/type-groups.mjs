import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '@angular/compiler-cli';
import ts from 'typescript';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';

/**
 * One `tsc -p …` or `ngc -p …` of a `typecheck` target.
 * @typedef {{ compiler: 'tsc' | 'ngc', config: string }} TypeCheck
 *
 * Configs that the same compiler checks with the same options.
 * @typedef {object} TypeGroup
 * @property {'tsc' | 'ngc'} compiler
 * @property {string[]} configs  paths from the root
 * @property {string[]} files
 * @property {import('@angular/compiler-cli').CompilerOptions} options
 */

/** Options that say where a project lies, not how it is checked. */
const places = new Set(['configFilePath', 'basePath', 'genDir', 'outDir', 'rootDir']);

/** @returns {TypeCheck[]} what the `typecheck` targets of all projects check */
export function allTypeChecks() {
  const files = globSync('{apps,libs,tools}/**/project.json', { cwd: ROOT });
  return files.sort().flatMap((file) => typeChecksOf(readFileSync(join(ROOT, file), 'utf8')));
}

/**
 * What the `typecheck` target of a project checks.
 * @param {string} project  text of a project.json
 * @returns {TypeCheck[]}
 * @throws Error when the target does anything else, which would not be done here
 */
export function typeChecksOf(project) {
  const { name, targets } = JSON.parse(project);
  /** @type {string | undefined} */
  const command = targets?.typecheck?.command;
  if (command === undefined) return [];
  return command.split(' && ').map((text) => {
    const { compiler, config } =
      /^(?<compiler>tsc|ngc) -p (?<config>\S+)(?: --noEmit)?$/u.exec(text)?.groups ?? {};
    if ((compiler === 'tsc' || compiler === 'ngc') && config !== undefined) return { compiler, config };
    throw new Error(`typecheck of ${name}: "${text}" is neither \`tsc -p …\` nor \`ngc -p …\``);
  });
}

/**
 * Puts together what has the same options, so that a source file is read and checked once instead of once for every project
 * that imports it.
 * @param {readonly TypeCheck[]} checks
 * @returns {TypeGroup[]}
 */
export function typeGroups(checks) {
  /** @type {Map<string, TypeGroup>} */
  const groups = new Map();
  for (const { compiler, config } of checks) {
    const { options, files } = compiler === 'ngc' ? angularConfig(config) : plainConfig(config);
    const deciding = Object.entries(options).filter(([name]) => !places.has(name));
    const key = JSON.stringify([compiler, deciding.sort()]);
    const group = groups.get(key) ?? { compiler, configs: [], files: [], options };
    group.configs.push(config);
    group.files = [...new Set([...group.files, ...files])];
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** @param {string} config @returns {Pick<TypeGroup, 'options' | 'files'>} */
function plainConfig(config) {
  const { config: json, error } = ts.readConfigFile(join(ROOT, config), ts.sys.readFile);
  const folder = join(ROOT, config, '..');
  const read = ts.parseJsonConfigFileContent(json ?? {}, ts.sys, folder, {}, join(ROOT, config));
  refuse(config, error ? [error] : read.errors);
  return { options: { ...read.options, noEmit: true }, files: read.fileNames };
}

/** @param {string} config @returns {Pick<TypeGroup, 'options' | 'files'>} */
function angularConfig(config) {
  const read = readConfiguration(join(ROOT, config));
  refuse(config, read.errors);
  return { options: { ...read.options, noEmit: true }, files: read.rootNames };
}

/**
 * @param {string} config
 * @param {readonly import('typescript').Diagnostic[]} errors
 */
function refuse(config, errors) {
  if (errors.length === 0) return;
  const texts = errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  throw new Error(`${config}: ${texts.join('; ')}`);
}
