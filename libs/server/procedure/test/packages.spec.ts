import { describe, expect, it } from '@jest/globals';
import { relative } from 'node:path';
import { findPackageFolders, readPackageFolder } from '../src/application/read-package-folder';
import { checkPackage } from '../src/domain/check-package';
import { folderOf, proceduresFolder } from './package-folder';

const names = (await findPackageFolders(proceduresFolder)).map((folder) =>
  relative(proceduresFolder, folder),
);

it('there are packages', () => {
  expect(names).toContain('2.000908/v1');
});

describe.each(names)('the package %s', (name) => {
  it('is sound, and its own cases pass', async () => {
    const read = await readPackageFolder(folderOf(name));
    const result = read.ok ? await checkPackage(read.source) : read;
    expect(result.ok ? [] : result.problems).toEqual([]);
  });

  it('stands in the folder of its code and version', async () => {
    const read = await readPackageFolder(folderOf(name));
    expect(read.ok && read.source['entry']).toMatchObject({
      code: name.split('/')[0],
      version: Number(name.split('/v')[1]),
    });
  });
});

describe('the process of 2.000908', () => {
  it('is done by a specialist, a leader and a clerk', async () => {
    const read = await readPackageFolder(folderOf('2.000908/v1'));
    const result = await checkPackage(read.ok ? read.source : null);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const tasks = result.checked.process.nodes.flatMap((node) =>
      node.kind === 'task' ? [`${node.id}: ${node.role} ${node.step}`] : [],
    );
    expect(tasks).toEqual([
      'look-up: specialist appraise',
      'approve-copy: leader approve',
      'issue-copy: clerk issue',
      'approve-refusal: leader approve',
      'issue-refusal: clerk issue',
    ]);
  });

  it('demands a comment for everything that is sent back', async () => {
    const read = await readPackageFolder(folderOf('2.000908/v1'));
    const result = await checkPackage(read.ok ? read.source : null);
    const outcomes = result.ok ? result.checked.source.tasks.flatMap((task) => task.outcomes) : [];
    expect(
      outcomes.filter((outcome) => outcome.code === 'send-back').map((outcome) => outcome.commentRequired),
    ).toEqual([true, true]);
  });
});
