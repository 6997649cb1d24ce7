// Lints texts as if they stood in the named files, with the configuration of the workspace. Input and output are JSON.
// A process of its own: the module rule keeps the project graph in globals, and jest gives every test file its own.
import { text } from 'node:stream/consumers';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';

await createProjectGraphAsync({ exitOnError: true }); // the module rule reads the graph that this leaves behind
const eslint = new ESLint();
const results = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  results.push(result?.messages.map(({ ruleId, message }) => ({ ruleId, message })) ?? []);
}
process.stdout.write(`\n${JSON.stringify(results)}\n`, () => process.exit(0));
