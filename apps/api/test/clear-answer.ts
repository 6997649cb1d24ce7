import { expect } from '@jest/globals';
import { fillText, type ProblemDocument, problems, statusOf } from '@mocua/contract';

export interface PlainAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly payload: string;
}

/** A problem a person can do something with: the catalogue's words in Vietnamese, its status, fields with messages. */
export function expectClear(what: string, answer: PlainAnswer): ProblemDocument {
  const { statusCode, headers, payload } = answer;
  expect([what, statusCode >= 400 && statusCode < 500, payload.slice(0, 200)]).toEqual([
    what,
    true,
    payload.slice(0, 200),
  ]);
  expect([what, headers['content-type']]).toEqual([what, 'application/problem+json; charset=utf-8']);
  const problem = JSON.parse(payload) as ProblemDocument;
  const { vi, category } = problems[problem.code];
  expect([what, problem.status, problem.title]).toEqual([
    what,
    statusOf[category],
    fillText(vi.title, problem.params),
  ]);
  expect(problem.detail.length).toBeGreaterThan(10);
  for (const field of problem.fields)
    expect([what, field.path !== '' || field.code !== '', field.message.length > 3]).toEqual([
      what,
      true,
      true,
    ]);
  expect(payload).not.toMatch(/\bat \w+ \(|SELECT |node_modules|TypeError|RangeError/u);
  return problem;
}
