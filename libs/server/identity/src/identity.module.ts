import { type Abstract, type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import type { ProvinceView } from '@mocua/contract';
import { Authenticator } from '@mocua/server/kernel';
import { ActingAssignments } from './application/acting-assignments';
import { ChangeUnits } from './application/change-units';
import { DescribeSession } from './application/describe-session';
import { GiveAssignment } from './application/give-assignment';
import { GrantRepresentation } from './application/grant-representation';
import { KioskVisits } from './application/kiosk-visits';
import { KeepDisplay } from './application/keep-display';
import { ListLogins } from './application/list-logins';
import { ManageDevices } from './application/manage-devices';
import { OwnSessions } from './application/own-sessions';
import { PartyDirectory } from './application/party-directory';
import { RecordClaims } from './application/record-claims';
import { RegisterParty } from './application/register-party';
import { RunKiosk } from './application/run-kiosk';
import { SeedDemoProvince } from './application/seed-demo-province';
import { SessionAuthenticator } from './application/session-authenticator';
import { SignIn } from './application/sign-in';
import { SignInByCard } from './application/sign-in-by-card';
import { SignInByPhone } from './application/sign-in-by-phone';
import { SignInPolicy } from './application/sign-in-policy';
import { SignOut } from './application/sign-out';
import { UnitDirectory } from './application/unit-directory';
import { ProvinceSettings } from './domain/province-settings';
import { SessionPolicy } from './domain/session-policy';
import { AccountController } from './http/account.controller';
import { IdentityCookies } from './http/cookies';
import { DeviceController } from './http/device.controller';
import { KioskController } from './http/kiosk.controller';
import { KioskSignInController } from './http/kiosk-sign-in.controller';
import { LoginController } from './http/login.controller';
import { PublicProvinceController } from './http/public-province.controller';
import { SessionController } from './http/session.controller';
import { IdentityProviders } from './oidc/identity-providers';
import { LoginAttempts } from './oidc/login-attempt';
import { HttpCardReader } from './peripherals/http-card-reader';
import { AssignmentStore } from './persistence/assignment.store';
import { DeviceStore } from './persistence/device.store';
import { KioskSignInStore } from './persistence/kiosk-sign-in.store';
import { DisplayStore } from './persistence/display.store';
import { LoginEventStore } from './persistence/login-event.store';
import { PartyStore } from './persistence/party.store';
import { RepresentationStore } from './persistence/representation.store';
import { SessionStore } from './persistence/session.store';
import { UnitStore } from './persistence/unit.store';
import { BlindIndex, CardReader, SubjectVault } from './ports';

/** What an application binds. */
export interface IdentityParts {
  /** Injection tokens of the personal data domain's vault and index; both must be available globally. */
  readonly vault: Type<SubjectVault> | Abstract<SubjectVault>;
  readonly index: Type<BlindIndex> | Abstract<BlindIndex>;
  readonly province: ProvinceView;
  /** Left out: 30 minutes idle, 12 hours at most. */
  readonly sessionPolicy?: SessionPolicy;
}

const shared = [
  ActingAssignments,
  ChangeUnits,
  GiveAssignment,
  GrantRepresentation,
  PartyDirectory,
  RecordClaims,
  RegisterParty,
  SeedDemoProvince,
  UnitDirectory,
];
const stores = [
  AssignmentStore,
  DeviceStore,
  DisplayStore,
  KioskSignInStore,
  LoginEventStore,
  PartyStore,
  RepresentationStore,
  SessionStore,
  UnitStore,
];
const overHttp = [
  DescribeSession,
  KeepDisplay,
  OwnSessions,
  IdentityCookies,
  IdentityProviders,
  KioskVisits,
  ListLogins,
  LoginAttempts,
  ManageDevices,
  RunKiosk,
  SessionAuthenticator,
  SignIn,
  SignInByCard,
  SignInByPhone,
  SignInPolicy,
  SignOut,
];

/** Parties, units, assignments and sessions for a whole process. */
@Module({})
export class IdentityModule {
  /** For processes without HTTP: directories and use cases only. */
  static forWorker(parts: IdentityParts): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [...bindings(parts), ...stores, ...shared],
      exports: [...shared, DisplayStore, ProvinceSettings],
    };
  }

  /** For the API: also sessions, log-in, devices and their routes, and the kernel's `Authenticator`. */
  static forApi(parts: IdentityParts): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      controllers: [
        LoginController,
        SessionController,
        AccountController,
        PublicProvinceController,
        DeviceController,
        KioskController,
        KioskSignInController,
      ],
      providers: [
        ...bindings(parts),
        ...stores,
        ...shared,
        ...overHttp,
        { provide: CardReader, useClass: HttpCardReader },
        { provide: Authenticator, useExisting: SessionAuthenticator },
      ],
      exports: [...shared, DeviceStore, DisplayStore, ProvinceSettings, Authenticator, SessionAuthenticator],
    };
  }
}

function bindings({ vault, index, province, sessionPolicy }: IdentityParts): Provider[] {
  return [
    { provide: SubjectVault, useExisting: vault },
    { provide: BlindIndex, useExisting: index },
    { provide: ProvinceSettings, useValue: new ProvinceSettings(province) },
    { provide: SessionPolicy, useValue: sessionPolicy ?? new SessionPolicy() },
  ];
}
