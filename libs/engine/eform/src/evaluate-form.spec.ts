import { describe, expect, it } from '@jest/globals';
import { aDefinition, aPage, aSection, compiled, group, onePage, options, today } from '../test/form-builder';
import { FeelDate } from '@mocua/engine/expression';
import { expressionContext } from './expression-context';
import { addGroup, evaluateForm, removeGroup, updateAnswer } from './evaluate-form';
import { firstOpenProblem, journey, pageAfter, pageBefore } from './journey';

const nested = compiled(
  onePage(
    { id: 'married', type: 'choice', required: true },
    { id: 'spouse', type: 'text', visible: 'married = "yes"', required: true },
    { id: 'spouseAbroad', type: 'confirmation', visible: 'spouse != null' },
    { id: 'country', type: 'text', visible: 'spouseAbroad', required: true },
  ),
);

describe('showing and hiding fields', () => {
  it('hides a field whose condition cannot be decided yet', () => {
    expect(evaluateForm(nested, {}, today).field('spouse')?.visible).toBe(false);
  });

  it('reads a hidden answer as empty, so that everything below it hides as well', () => {
    const answers = { married: 'no', spouse: 'Lò Thị Mây', spouseAbroad: true, country: 'Lào' };
    const state = evaluateForm(nested, answers, today);
    expect(['spouse', 'spouseAbroad', 'country'].map((id) => state.field(id)?.visible)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('brings hidden answers back when their condition holds again', () => {
    const answers = { married: 'yes', spouse: 'Lò Thị Mây', spouseAbroad: true, country: 'Lào' };
    const hidden = updateAnswer(evaluateForm(nested, answers, today), 'married', 'no');
    expect(updateAnswer(hidden, 'married', 'yes').field('country')?.value).toBe('Lào');
  });

  it('requires nothing of a hidden field', () => {
    expect(evaluateForm(nested, { married: 'no' }, today).page('page')?.problems).toEqual([]);
  });

  it('takes a wrong value for no answer in conditions', () => {
    const form = compiled(
      onePage({ id: 'age', type: 'integer', max: 120 }, { id: 'old', type: 'text', visible: 'age > 70' }),
    );
    expect(evaluateForm(form, { age: 500 }, today).field('old')?.visible).toBe(false);
  });

  it('hides a page and everything on it', () => {
    const form = compiled(
      aDefinition(
        aPage('first', [aSection('one', [{ id: 'more', type: 'choice', required: true }])]),
        aPage('second', [aSection('two', [{ id: 'detail', type: 'text', required: true }])], {
          visible: 'more = "yes"',
        }),
        aPage('third', [aSection('three', [{ id: 'end', type: 'text' }])]),
      ),
    );
    const state = evaluateForm(form, { more: 'no' }, today);
    expect(journey(state).map((page) => page.id)).toEqual(['first', 'third']);
    expect(pageAfter(state, 'first')?.id).toBe('third');
    expect(pageBefore(state, 'third')?.id).toBe('first');
    expect(pageBefore(state, 'first')).toBeUndefined();
    expect(firstOpenProblem(state)).toBeUndefined();
    expect(firstOpenProblem(updateAnswer(state, 'more', 'yes'))).toMatchObject({
      pageId: 'second',
      problem: { code: 'required' },
    });
  });
});

describe('requiring and calculating', () => {
  it('requires one of two contacts', () => {
    const form = compiled(
      onePage(
        { id: 'phone', type: 'phone', required: 'email = null' },
        { id: 'email', type: 'email', required: 'phone = null' },
      ),
    );
    expect(
      evaluateForm(form, {}, today)
        .page('page')
        ?.problems.map((problem) => problem.path),
    ).toEqual(['phone', 'email']);
    expect(evaluateForm(form, { phone: '0900000001' }, today).page('page')?.problems).toEqual([]);
  });

  it('calculates in chains and knows no value while something is missing', () => {
    const form = compiled(
      onePage(
        { id: 'copies', type: 'integer', min: 1, max: 50 },
        { id: 'pages', type: 'integer' },
        { id: 'sheets', type: 'integer', calculate: 'copies * pages' },
        { id: 'fee', type: 'integer', calculate: 'sheets * 2000' },
      ),
    );
    const state = evaluateForm(form, { copies: 3 }, today);
    expect(state.field('fee')?.value).toBeNull();
    expect(updateAnswer(state, 'pages', '2').field('fee')?.value).toBe(12_000);
  });

  it('compares dates with the day at the agency', () => {
    const form = compiled(
      onePage(
        { id: 'birthDate', type: 'date', max: 'today' },
        { id: 'guardian', type: 'text', visible: 'birthDate + duration("P18Y") > today', required: true },
      ),
    );
    const state = evaluateForm(form, { birthDate: '24/11/2008' }, today);
    expect(state.field('guardian')?.visible).toBe(true);
    expect(updateAnswer(state, 'birthDate', '2008-11-23').field('guardian')?.visible).toBe(false);
    expect(
      updateAnswer(state, 'birthDate', '2026-11-24').field('birthDate')?.problems[0]?.message.vi,
    ).toContain('23/11/2026');
  });

  it('uses declared facts only, and only of the declared type', () => {
    const form = compiled(onePage({ id: 'reason', type: 'text', visible: 'forOther' }), {
      forOther: 'boolean',
    });
    expect(evaluateForm(form, {}, { ...today, forOther: true }).field('reason')?.visible).toBe(true);
    expect(evaluateForm(form, {}, { ...today, forOther: 'true' }).field('reason')?.visible).toBe(false);
  });
});

const family = compiled(
  aDefinition(
    aPage('page', [
      aSection('parent', [
        { id: 'name', type: 'text' },
        { id: 'kids', type: 'integer', calculate: 'count(children)' },
        { id: 'note', type: 'text', visible: 'some child in children satisfies child.adopted = "yes"' },
      ]),
      aSection(
        'children',
        [
          { id: 'paper', type: 'text', visible: 'adopted = "yes"', required: true },
          { id: 'adopted', type: 'choice', options: options('yes', 'no') },
          { id: 'name', type: 'text', required: true },
          { id: 'sameName', type: 'text', visible: 'name = "An"' },
        ],
        { repeat: group(1, 3) },
      ),
    ]),
  ),
);

describe('repeating sections', () => {
  it('shows as many empty groups as there must be', () => {
    const state = evaluateForm(family, {}, today);
    expect(state.section('children')?.groups).toHaveLength(1);
    expect(state.page('page')?.problems.map((problem) => problem.path)).toEqual(['children.0.name']);
  });

  it('decides conditions within each group, where own fields hide those of the form', () => {
    const answers = { name: 'An', children: [{ name: 'Bình', adopted: 'yes' }, { name: 'An' }] };
    const state = evaluateForm(family, answers, today);
    expect(state.field('children.0.paper')?.visible).toBe(true);
    expect(state.field('children.1.paper')?.visible).toBe(false);
    expect(state.field('children.0.sameName')?.visible).toBe(false);
    expect(state.field('children.1.sameName')?.visible).toBe(true);
  });

  it('lets the rest of the form look at all groups', () => {
    const state = updateAnswer(
      evaluateForm(family, { children: [{}, {}] }, today),
      'children.1.adopted',
      'yes',
    );
    expect(state.field('note')?.visible).toBe(true);
    expect(state.field('kids')?.value).toBe(2);
  });

  it('adds groups up to the maximum and takes the right one out', () => {
    let state = evaluateForm(family, { children: [{ name: 'Một' }] }, today);
    for (let times = 0; times < 5; times += 1) state = addGroup(state, 'children');
    expect(state.section('children')?.groups).toHaveLength(3);
    state = removeGroup(updateAnswer(state, 'children.2.name', 'Ba'), 'children', 0);
    expect(state.answers['children']).toEqual([{}, { name: 'Ba' }]);
  });

  it('names the group in the sentence', () => {
    const state = evaluateForm(family, { children: [{ name: 'Một' }, {}] }, today);
    expect(state.field('children.1.name')?.problems[0]?.message.vi).toBe(
      'Hãy điền “Mục name (Người con 2)”.',
    );
  });

  it('leaves the state as it is for paths that lead nowhere', () => {
    const state = evaluateForm(family, {}, today);
    for (const path of [
      '',
      'nobody',
      'children.9.name',
      'children.x.name',
      'children.0.nobody',
      'children.0',
      'a.b.c.d',
      '__proto__',
      'kids',
    ]) {
      expect(updateAnswer(state, path, 'x')).toBe(state);
    }
  });
});

describe('recomputing after one answer', () => {
  it('costs the same in a form of ten fields and in one of nine hundred', () => {
    const costs = [10, 900].map((size) => {
      const others = Array.from({ length: size }, (_unused, index) => ({
        id: `f${index}`,
        type: 'text' as const,
        visible: 'kind = "yes"',
      }));
      const form = compiled(
        onePage(
          { id: 'kind', type: 'choice' },
          { id: 'a', type: 'integer' },
          { id: 'b', type: 'integer', calculate: 'a + 1' },
          ...others,
        ),
      );
      return updateAnswer(evaluateForm(form, {}, today), 'a', 4).recomputed;
    });
    expect(costs[0]).toBe(costs[1]);
    expect(costs[0]).toBeLessThan(6);
  });

  it('stops where a result stays the same', () => {
    const form = compiled(
      onePage(
        { id: 'age', type: 'integer' },
        { id: 'adult', type: 'text', visible: 'age >= 18' },
        { id: 'after', type: 'text', visible: 'adult != "x"' },
      ),
    );
    const state = evaluateForm(form, { age: 30 }, today);
    const before = updateAnswer(state, 'age', 31).recomputed;
    const across = updateAnswer(state, 'age', 3).recomputed;
    expect(before).toBeLessThan(across);
  });
});

describe('conditions outside the form', () => {
  it('see hidden answers as empty and dates as dates', () => {
    const state = evaluateForm(nested, { married: 'no', spouse: 'Lò Thị Mây', spouseAbroad: true }, today);
    expect(expressionContext(state)).toEqual({
      today: FeelDate.parse('2026-11-23'),
      married: 'no',
      spouse: null,
      spouseAbroad: false,
      country: null,
    });
  });
});
