import { migrateDatabase, openDatabase } from '@mocua/server/database';
import { nationalPortalDestination, SealCheckpoint, VerifyDossiers } from '@mocua/server/dossier';
import { demoAccounts } from '@mocua/server/identity/demo';
import { listDeadLetters, loadConfig, replayDeadLetter } from '@mocua/server/kernel';
import { zaloTemplates } from '@mocua/server/notification';
import { SubjectVault } from '@mocua/server/personal-data';
import { PublishPackage } from '@mocua/server/procedure';
import { cutReadings } from './cut-readings';
import { pushMirrorEvents } from './mirror-push';
import { checkProcedure } from './procedure/check';
import { importOptions } from './procedure/import-options';
import { importRecord } from './procedure/import-record';
import { listProcedures } from './procedure/list';
import { reconcile } from './reconcile';
import { listReports, prepareReport, reconcileReports, releaseReport, showReport } from './report';
import { withDomains } from './with-domains';
import { seedDemo } from './seed/seed-demo';

/** One command of the command line: answers with an exit code. */
interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

export const commands: Readonly<Record<string, Command>> = {
  'database migrate': {
    help: 'applies missing migrations',
    run: async () => {
      const config = loadConfig();
      const { source } = await openDatabase({ url: config.databaseUrl, poolSize: 2 });
      try {
        const applied = await migrateDatabase(source);
        console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`);
        return 0;
      } finally {
        await source.destroy();
      }
    },
  },
  'seed demo': {
    help: 'fills an empty installation with the demo province [--no-dossiers]',
    run: (args) => seedDemo({ dossiers: !args.includes('--no-dossiers') }),
  },
  'seed accounts': {
    help: 'lists the demo accounts [--json]',
    run: (args) => {
      const accounts = demoAccounts().map(({ name, description, path }) => ({ path, name, description }));
      if (args.includes('--json')) console.log(JSON.stringify(accounts));
      else
        for (const { path, name, description } of accounts)
          console.log(`${path.padEnd(10)}${name.padEnd(44)}${description}`);
      return Promise.resolve(0);
    },
  },
  'procedure import': {
    help: 'imports a file of the national database <file.json> [--approve <hash>] [--from <date>]',
    run: (args) => {
      const { file, approve, from, wrong } = importOptions(args);
      if (file === undefined || wrong)
        return Promise.resolve(
          usage('npm run mocua -- procedure import <file.json> [--approve <hash>] [--from <YYYY-MM-DD>]'),
        );
      return withDomains((domains) => importRecord(domains, { file, approve, from }));
    },
  },
  'procedure check': {
    help: 'proves a package <folder>, or reads a national file <file.json>, and stores nothing',
    run: ([path]) =>
      path === undefined
        ? Promise.resolve(usage('npm run mocua -- procedure check procedures/2.000908/v1'))
        : checkProcedure(path),
  },
  'procedure list': {
    help: 'lists packages in force and national records',
    run: () => withDomains((domains) => listProcedures(domains)),
  },
  'procedure publish': {
    help: 'checks and publishes a procedure package <folder>',
    run: ([folder]) =>
      withDomains(async (domains) => {
        if (folder === undefined) return usage('npm run mocua -- procedure publish procedures/2.000908/v1');
        const result = await domains.get(PublishPackage).fromFolder(folder);
        if (result.ok) {
          console.log(`${result.key.code} version ${result.key.version}: ${result.outcome}`);
          return 0;
        }
        for (const { file, at, message } of result.problems)
          console.error(`${file} ${at}: ${message.vi} / ${message.en}`);
        return 1;
      }),
  },
  'mirror push': {
    help: 'keeps facts from a system that resolves dossiers elsewhere <file.json>',
    run: ([file]) =>
      file === undefined
        ? Promise.resolve(usage('npm run mocua -- mirror push <file.json>'))
        : withDomains((domains) => pushMirrorEvents(domains, file)),
  },
  reconcile: {
    help: 'compares every dossier with what the national portal says about it [--json]',
    run: (args) => withDomains((domains) => reconcile(domains, args.includes('--json'))),
  },
  'report prepare': {
    help: 'makes the report of a month out of what was counted <YYYY-MM> [--reason "…"]',
    run: ([month, ...args]) =>
      month === undefined
        ? Promise.resolve(usage('npm run mocua -- report prepare <YYYY-MM> [--reason "…"]'))
        : withDomains((domains) => prepareReport(domains, month, option(args, '--reason'))),
  },
  'report show': {
    help: 'shows a report and what changed since the version before <YYYY-MM> [version] [--all]',
    run: ([month, ...args]) => {
      const version = args.find((word) => /^[1-9]\d{0,3}$/u.test(word));
      return month === undefined
        ? Promise.resolve(usage('npm run mocua -- report show <YYYY-MM> [version] [--all]'))
        : withDomains((domains) =>
            showReport(domains, month, {
              version: version === undefined ? null : Number(version),
              all: args.includes('--all'),
            }),
          );
    },
  },
  'report release': {
    help: 'lets a report go <YYYY-MM> <version> --answerable "<office>"',
    run: ([month, version, ...args]) =>
      month === undefined || !/^[1-9]\d{0,3}$/u.test(version ?? '')
        ? Promise.resolve(
            usage('npm run mocua -- report release <YYYY-MM> <version> --answerable "<office>"'),
          )
        : withDomains((domains) =>
            releaseReport(domains, month, {
              version: Number(version),
              answerable: option(args, '--answerable') ?? '',
            }),
          ),
  },
  'report list': {
    help: 'lists reports and what became of them',
    run: () => withDomains((domains) => listReports(domains)),
  },
  'report reconcile': {
    help: 'compares with what the Government and the provincial data store acknowledged [--json]',
    run: (args) => withDomains((domains) => reconcileReports(domains, args.includes('--json'))),
  },
  'notice templates': {
    help: 'lists the texts that Zalo has to approve [--json]',
    run: (args) => {
      const templates = zaloTemplates();
      if (args.includes('--json'))
        console.log(JSON.stringify(Object.fromEntries(templates.map(({ name }) => [name, ''])), null, 2));
      else for (const { name, text } of templates) console.log(`${name}\n  ${text}`);
      return Promise.resolve(0);
    },
  },
  checkpoint: {
    help: 'seals the ends of all streams now',
    run: () =>
      withDomains(async (domains) => {
        const seq = await domains.get(SealCheckpoint).execute();
        console.log(
          seq === null ? 'Nothing moved since the last checkpoint.' : `Checkpoint ${seq} is sealed.`,
        );
        return 0;
      }),
  },
  verify: {
    help: 'replays every dossier and checks every chain [--json]',
    run: (args) =>
      withDomains(async (domains) => {
        const report = await domains.get(VerifyDossiers).execute();
        if (args.includes('--json')) console.log(JSON.stringify(report));
        else {
          const { dossiers, events, checkpoints, readings, faults } = report;
          console.log(
            `${dossiers} dossiers, ${events} events, ${checkpoints} checkpoints, ${readings} readings: ${faults.length} faults`,
          );
          for (const fault of faults)
            console.log(`  ${fault.kind} ${fault.dossierId ?? ''} ${fault.seq ?? ''} ${fault.detail}`);
        }
        return report.faults.length === 0 ? 0 : 1;
      }),
  },
  'readings cut': {
    help: 'takes away readings that were kept as long as the rule says, and leaves sealed marks',
    run: () => withDomains((domains) => cutReadings(domains)),
  },
  'subject erase': {
    help: 'destroys the key of a person <party id>; chains stay whole',
    run: ([partyId]) =>
      withDomains(async (domains) => {
        if (partyId === undefined) return usage('npm run mocua -- subject erase <party id>');
        const erased = await domains.get(SubjectVault).erase(partyId);
        console.log(
          erased
            ? 'The key is destroyed; nothing sealed for this person can be read any more.'
            : 'There was no key.',
        );
        return 0;
      }),
  },
  'outbox dead': {
    help: 'lists messages that were put aside [destination]',
    run: ([destination]) =>
      withDomains(async (_domains, { database }) => {
        const dead = await listDeadLetters(database, destination ?? nationalPortalDestination);
        for (const { id, lane, attempts, behind, lastError } of dead)
          console.log(`${id}  ${lane}  ${attempts} attempts, ${behind} wait behind it: ${lastError ?? ''}`);
        console.log(dead.length === 0 ? 'Nothing was put aside.' : 'npm run mocua -- outbox replay <id>');
        return 0;
      }),
  },
  'outbox replay': {
    help: 'makes a dead letter deliverable again <id>',
    run: ([id]) =>
      withDomains(async (_domains, parts) => {
        if (id === undefined) return usage('npm run mocua -- outbox replay <id>');
        const found = await replayDeadLetter(parts.database, id);
        console.log(found ? 'It will be delivered again.' : 'There is no dead letter with this id.');
        return found ? 0 : 1;
      }),
  },
};

/** The word after an option; null when it is not given. */
function option(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  return at < 0 ? null : (args[at + 1] ?? null);
}

function usage(text: string): number {
  console.error(`Usage: ${text}`);
  return 2;
}
