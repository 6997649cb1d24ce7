import 'reflect-metadata';
import { ConfigError } from '@mocua/server/kernel';
import { commands } from './commands';

const [noun = '', verb = '', ...args] = process.argv.slice(2);
const command = commands[`${noun} ${verb}`.trim()] ?? commands[noun];
if (!command) {
  console.error('Usage: npm run mocua -- <noun> <verb>\n');
  for (const [name, { help }] of Object.entries(commands)) console.error(`  ${name.padEnd(24)}${help}`);
  process.exit(2);
}
try {
  process.exitCode = await command.run(commands[noun] === command && verb !== '' ? [verb, ...args] : args);
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
