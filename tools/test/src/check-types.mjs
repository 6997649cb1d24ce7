// Checks the types of all projects, or with `tsc` or `ngc` of those that this compiler checks; prints what is wrong.
import { performCompilation } from '@angular/compiler-cli';
import ts from 'typescript';
import { ROOT } from '../../bootstrap/src/pinned-node.mjs';
import { allTypeChecks, typeGroups } from './type-groups.mjs';

const [, , only] = process.argv;
const checks = allTypeChecks().filter(({ compiler }) => only === undefined || compiler === only);
for (const group of typeGroups(checks)) {
  const found = diagnosticsOf(group).filter(({ category }) => category === ts.DiagnosticCategory.Error);
  const shown = ts.formatDiagnostics(found, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => ROOT,
    getNewLine: () => '\n',
  });
  process.stdout.write(shown);
  console.log(`${found.length === 0 ? '✔' : '✖'} ${group.compiler}: ${group.configs.join(', ')}`);
  if (found.length > 0) process.exitCode = 1;
}

/**
 * @param {import('./type-groups.mjs').TypeGroup} group
 * @returns {readonly import('typescript').Diagnostic[]}
 */
function diagnosticsOf({ compiler, files, options }) {
  if (compiler === 'ngc') return performCompilation({ rootNames: files, options }).diagnostics;
  return ts.getPreEmitDiagnostics(ts.createProgram({ rootNames: files, options }));
}
