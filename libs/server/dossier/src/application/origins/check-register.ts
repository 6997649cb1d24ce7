import { Injectable } from '@nestjs/common';
import {
  type Answers,
  type checkRegister,
  type DossierOrigins,
  type InputOf,
  roleNames,
} from '@mocua/contract';
import { fillFromRegister, registersOf, sameValue } from '@mocua/engine/eform';
import { UnitDirectory } from '@mocua/server/identity';
import { Clock, newId, type OfficerActor, problem } from '@mocua/server/kernel';
import { SubjectVault } from '@mocua/server/personal-data';
import { declaredPerson } from '../../domain/declared-person';
import { DossierStream } from '../../persistence/dossier-stream';
import { type RegisterCheck, RegisterChecks } from '../../persistence/register-checks';
import { assignmentOf, requireOfficer } from '../authorise';
import { type AskedRegister, RegisterLookups } from '../filing/register-lookups';
import { unitName } from '../views/dossier-reader';
import { isOpenException, type KnownOrigins, mayAsk, ReadOrigins, viewOf } from './read-origins';

const nothing = { answers: {}, prefilled: {}, provenance: {} };

/**
 * Asks a register again that was down when a dossier was filed, and records how its values compare with the entered ones.
 * What was filed is not changed: an officer who sees a difference asks the applicant.
 *
 * @legal NĐ 118/2025 Điều 4(2a)
 */
@Injectable()
export class CheckRegister {
  constructor(
    private readonly stream: DossierStream,
    private readonly origins: ReadOrigins,
    private readonly lookups: RegisterLookups,
    private readonly checks: RegisterChecks,
    private readonly vault: SubjectVault,
    private readonly units: UnitDirectory,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Problem `dossier.not-found`, `session.forbidden`, `register.nothing-to-check`, `privacy.no-basis`,
   *   `privacy.consent-needed`
   */
  async execute(actor: OfficerActor, { params }: InputOf<typeof checkRegister>): Promise<DossierOrigins> {
    const loaded = await this.stream.load(params.dossierId);
    if (!loaded) throw problem('dossier.not-found');
    const tree = await this.units.tree();
    requireOfficer(actor, 'read')(loaded.state, tree);
    if (!mayAsk(actor)) throw problem('session.forbidden');
    const known = await this.origins.known(loaded.state);
    const found = await this.ask(known, params.register);
    const { unitId, role } = assignmentOf(actor);
    await this.checks.add(newId(this.clock.now()), params.dossierId, {
      ...found,
      register: params.register,
      at: this.clock.now(),
      by: actor.partyId,
      label: `${unitName(tree, unitId)} – ${roleNames[role].vi}`,
    });
    return viewOf(await this.origins.known(loaded.state), true);
  }

  private async ask(
    known: KnownOrigins,
    register: RegisterCheck['register'],
  ): Promise<Pick<RegisterCheck, 'outcome' | 'differing' | 'lookupId'>> {
    const { state, procedure, draft, standings, checks } = known;
    const asked = registersOf(procedure.compiledForm).find((each) => each.register === register);
    const standing = standings.find((each) => each.register === register);
    if (!asked || !standing || !draft || !isOpenException(standing, checks))
      throw problem('register.nothing-to-check');
    const answers = ((await this.vault.open(state.answers.valueId)) ?? {}) as Answers;
    const declared = draft.origin?.assisted ? declaredPerson(procedure.compiledForm, answers) : null;
    const told = await this.lookups.ask(draft, asked, declared);
    return { lookupId: told.outcome.lookupId, ...this.compare(known, told, answers) };
  }

  private compare(
    { procedure }: KnownOrigins,
    { outcome, answer }: AskedRegister,
    answers: Answers,
  ): Pick<RegisterCheck, 'outcome' | 'differing'> {
    if (answer === null) return { outcome: outcome.state === 'down' ? 'down' : 'not-found', differing: [] };
    const told = fillFromRegister(procedure.compiledForm, answer, nothing).answers;
    const differing = Object.entries(told)
      .filter(([fieldId, value]) => !sameValue(value, answers[fieldId] ?? null))
      .map(([fieldId]) => fieldId);
    return { outcome: differing.length === 0 ? 'matches' : 'differs', differing };
  }
}
