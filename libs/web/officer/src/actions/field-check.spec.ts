import { describe, expect, it } from '@jest/globals';
import { messageAt, problemsOf } from './field-check';

const field = (name: string, problem = '') => ({ target: `refuse-${name}`, path: `/${name}`, problem });

describe('the problems of a form', () => {
  it('come in the order of the fields, own words before the server’s', () => {
    const problems = problemsOf(
      [field('ground', 'Hãy ghi căn cứ.'), field('reason')],
      [
        { path: '/reason', code: 'too-short', message: 'Lý do còn ngắn.' },
        { path: '/ground', code: 'missing', message: 'Thiếu căn cứ.' },
      ],
    );
    expect(problems).toEqual([
      { target: 'refuse-ground', message: 'Hãy ghi căn cứ.' },
      { target: 'refuse-reason', message: 'Lý do còn ngắn.' },
    ]);
    expect(messageAt(problems, 'refuse-reason')).toBe('Lý do còn ngắn.');
  });

  it.each(['/reason', 'reason', '/body/reason'])('find the field of the path %s', (path) => {
    expect(problemsOf([field('reason')], [{ path, code: 'x', message: 'Sai.' }])).toHaveLength(1);
  });

  it('find nested fields, written with dots or slashes', () => {
    const nested = { target: 'a', path: '/items/1/instruction', problem: '' };
    expect(problemsOf([nested], [{ path: 'items.1.instruction', code: 'x', message: 'Sai.' }])).toHaveLength(
      1,
    );
  });

  it('leave a problem without a field to the notice', () => {
    expect(problemsOf([field('reason')], [{ path: '/version', code: 'x', message: 'Sai.' }])).toEqual([]);
  });
});
