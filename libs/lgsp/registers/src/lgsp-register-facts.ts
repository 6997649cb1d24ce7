import { LgspFailure } from '@mocua/lgsp/client';
import {
  RegisterDown,
  RegisterFacts,
  type RegisterFound,
  type RegisterQuestion,
  registerTitles,
} from '@mocua/server/dossier';
import type { Catalogue, CatalogueName, SharedCatalogues } from './catalogues/shared-catalogues';
import type { RegisteredEnterprise } from './enterprise/enterprise-register';
import type { LookUpContext } from './look-up-context';
import type { Registers } from './open-registers';
import type { RegisteredCitizen } from './population/population-register';

type Facts = RegisterFound['facts'];

/** How long a catalogue is taken for current. */
const catalogueLifetimeMs = 24 * 3_600_000;
/** Name under which the system asks for people who file by themselves. */
const requester = 'he-thong';

/** The registers behind the service bus, in the words of forms. */
export class LgspRegisterFacts extends RegisterFacts {
  private readonly catalogues = new Map<CatalogueName, { catalogue: Catalogue; until: number }>();

  /** @param agencyCode - identifier of the agency on whose behalf is asked */
  constructor(
    private readonly registers: Registers,
    private readonly agencyCode: string,
    private readonly now: () => number = Date.now,
  ) {
    super();
  }

  override async find(question: RegisterQuestion): Promise<RegisterFound | null> {
    const { subject } = question;
    try {
      const facts = await this.factsOf(question);
      if (facts === null) return null;
      const wanted = question.claims.filter((claim) => facts[claim] !== undefined && facts[claim] !== null);
      return {
        facts: Object.fromEntries(wanted.map((claim) => [claim, facts[claim]])),
        source: registerTitles[subject.register],
      };
    } catch (error) {
      if (error instanceof LgspFailure) throw new RegisterDown(subject.register, { cause: error });
      throw error;
    }
  }

  private async factsOf({
    subject,
    requestId,
    procedureCode,
    claims,
  }: RegisterQuestion): Promise<Facts | null> {
    const context: LookUpContext = { requestId, procedureCode, agencyCode: this.agencyCode, requester };
    if (subject.register === 'enterprise') {
      const enterprise = await this.registers.enterprise.find(subject.code, context);
      return enterprise && enterpriseFacts(enterprise);
    }
    const citizen = await this.registers.population.find(subject, context);
    // A dead person files nothing; what is wrong there is for an officer to find out.
    if (citizen === null || citizen.diedOn !== null) return null;
    return {
      ...citizenFacts(citizen),
      ...(claims.includes('ethnicGroup')
        ? { ethnicGroup: await this.nameIn('ethnic-groups', citizen.ethnicGroupCode) }
        : {}),
      ...(claims.includes('nationality')
        ? { nationality: await this.nameIn('nationalities', citizen.nationalityCode) }
        : {}),
    };
  }

  /** The word for a code; null for an unknown one, and while the catalogue cannot be read. */
  private async nameIn(name: CatalogueName, code: string | null): Promise<string | null> {
    if (code === null) return null;
    const catalogue = await this.catalogue(this.registers.catalogues, name);
    return catalogue?.find(code, new Date(this.now()).toISOString().slice(0, 10))?.name ?? null;
  }

  private async catalogue(source: SharedCatalogues, name: CatalogueName): Promise<Catalogue | null> {
    const kept = this.catalogues.get(name);
    if (kept !== undefined && kept.until > this.now()) return kept.catalogue;
    try {
      const catalogue = await source.get(name);
      this.catalogues.set(name, { catalogue, until: this.now() + catalogueLifetimeMs });
      return catalogue;
    } catch (error) {
      // An old list of ethnic groups is better than none; without any the person writes the word.
      if (error instanceof LgspFailure) return kept?.catalogue ?? null;
      throw error;
    }
  }
}

function citizenFacts(citizen: RegisteredCitizen): Facts {
  return {
    fullName: citizen.fullName,
    birthDate: citizen.birthDate,
    personalId: citizen.personalId,
    gender: citizen.gender,
    address: citizen.permanentResidence?.text ?? null,
    currentAddress: citizen.currentResidence?.text ?? null,
    homeTown: citizen.homeTown?.text ?? null,
    fatherName: citizen.fatherName,
    motherName: citizen.motherName,
  };
}

function enterpriseFacts(enterprise: RegisteredEnterprise): Facts {
  return {
    enterpriseName: enterprise.name,
    enterpriseCode: enterprise.enterpriseCode,
    taxCode: enterprise.taxCode,
    headOffice: enterprise.headOffice,
    representative: enterprise.representatives[0]?.name ?? null,
    charterCapital: enterprise.charterCapital,
    mainActivity: enterprise.mainActivity?.name ?? null,
  };
}
