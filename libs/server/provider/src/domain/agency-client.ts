import type { AgencyScope } from '@mocua/contract';

/** A system of another agency as it was let in. */
export interface AgencyClient {
  readonly clientId: string;
  readonly name: string;
  /** Who runs it, as people read it among the readings of their data. */
  readonly agency: string;
  readonly state: 'active' | 'revoked';
  readonly scopes: readonly AgencyScope[];
  readonly procedureCodes: readonly string[];
  readonly registeredAt: Date;
  readonly lastUsedAt: Date | null;
  readonly formerSecretUntil: Date | null;
}

/** What a token is good for, in seconds; short, although a revocation counts at once. */
export const tokenLifetimeSeconds = 600;

/** How long a former secret goes on counting after a rotation, so that the other side can change over. */
export const formerSecretMs = 24 * 3_600_000;

/** Source system of the dossiers a client submits. */
export function sourceSystemOf(clientId: string): string {
  return `agency:${clientId}`;
}

/** Scopes of a token: what was asked for, as far as it was granted; null when something asked for was not. */
export function scopesFor(
  asked: string | undefined,
  granted: readonly AgencyScope[],
): readonly AgencyScope[] | null {
  const wishes = (asked ?? '').split(' ').filter((wish) => wish !== '');
  if (wishes.length === 0) return granted;
  const scopes = granted.filter((scope) => wishes.includes(scope));
  return scopes.length === new Set(wishes).size ? scopes : null;
}

/** Whether a client may see a dossier: its own filings, and those of the procedures it was given. */
export function isWithinReach(
  client: { readonly clientId: string; readonly procedureCodes: readonly string[] },
  dossier: { readonly sourceSystem: string; readonly procedureCode: string },
): boolean {
  return (
    dossier.sourceSystem === sourceSystemOf(client.clientId) ||
    client.procedureCodes.includes(dossier.procedureCode)
  );
}
