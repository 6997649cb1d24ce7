import { describe, expect, it } from '@jest/globals';
import { isAgencyIdentifier } from '../domain/unit';
import { demoAccounts } from './demo-accounts';
import { demoAssignments } from './demo-assignments';
import { demoOrganisations, demoPeople, demoRepresentations } from './demo-people';
import { demoProvince, demoUnits } from './demo-province';

/** WCAG relative luminance, written apart from the front end's so that one checks the other. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the invented province', () => {
  it('has colours that can be read on white', () => {
    for (const [name, colour] of Object.entries(demoProvince.theme)) {
      expect([name, 1.05 / (luminance(colour) + 0.05) >= 4.5]).toEqual([name, true]);
    }
  });

  it('names every unit once, with a parent before it and an identifier of its own', () => {
    const keys = demoUnits.map((unit) => unit.key);
    expect(new Set(keys).size).toBe(keys.length);
    const identifiers = demoUnits.flatMap((unit) => unit.agencyIdentifier ?? []);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    expect(identifiers.every(isAgencyIdentifier)).toBe(true);
    for (const [at, unit] of demoUnits.entries()) {
      const earlier = keys.slice(0, at);
      for (const other of [
        ...(unit.parent === null ? [] : [unit.parent]),
        ...(unit.successorOf?.units ?? []),
      ])
        expect(earlier).toContain(other);
    }
  });

  it('has nobody who could be alive: ids begin with 099, phones with 0900000, mail goes nowhere', () => {
    for (const person of demoPeople) {
      if (person.personalId !== null) expect(person.personalId).toMatch(/^099\d{9}$/u);
      if (person.phone !== null) expect(person.phone).toMatch(/^0900000\d{3}$/u);
      if (person.email !== null) expect(person.email).toMatch(/\.example$/u);
    }
    const ids = demoPeople.flatMap((person) => person.personalId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers only to people and units it has', () => {
    const parties = new Set([...demoPeople, ...demoOrganisations].map((party) => party.key));
    const units = new Set(demoUnits.map((unit) => unit.key));
    const assignments = new Set(demoAssignments.map((assignment) => assignment.key));
    expect(assignments.size).toBe(demoAssignments.length);
    for (const { person, unit, standsInFor } of demoAssignments) {
      expect([
        parties.has(person),
        units.has(unit),
        standsInFor === undefined || assignments.has(standsInFor),
      ]).toEqual([true, true, true]);
    }
    for (const { represented, representative } of demoRepresentations)
      expect([parties.has(represented), parties.has(representative)]).toEqual([true, true]);
  });

  it('tells a tester who everybody is', () => {
    const accounts = demoAccounts();
    expect(new Set(accounts.map((account) => account.key)).size).toBe(accounts.length);
    for (const account of accounts) expect(account.description).not.toBe('');
  });
});
