import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Role } from '@mocua/contract';
import { UnitDirectory } from '@mocua/server/identity';
import type { HttpActor, MocuaRequest, OfficerActor } from '@mocua/server/kernel';
import { AccessScope } from '../application/access-scope';
import { purposeOfRoute } from '../domain/purpose-of-route';
import { officerLabel, readerNames } from '../domain/reader-names';
import type { Reader } from '../domain/reading';

/** Lets the vault know, for the time of a request, who reads and why. */
@Injectable()
export class ReadingInterceptor implements NestInterceptor {
  constructor(
    private readonly scope: AccessScope,
    private readonly units: UnitDirectory,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const state = context.switchToHttp().getRequest<MocuaRequest>().mocua;
    const actor = state?.actor ?? null;
    const route = state?.endpoint?.name;
    const access = {
      reader: () => this.readerOf(actor, route ?? 'pages'),
      purpose: purposeOfRoute(route, roleOf(actor)),
    };
    // Subscribing inside the scope is what makes the handler run inside it.
    return new Observable((subscriber) => this.scope.run(access, () => next.handle().subscribe(subscriber)));
  }

  private async readerOf(actor: HttpActor | null, route: string): Promise<Reader> {
    switch (actor?.kind) {
      case 'citizen':
        return { kind: 'citizen', id: actor.partyId, label: readerNames.citizen.vi };
      case 'officer':
        return { kind: 'officer', id: actor.partyId, label: await this.officerLabel(actor) };
      case 'device':
        return { kind: 'system', id: actor.deviceId, label: readerNames.kiosk.vi };
      case 'agency':
        return { kind: 'system', id: `agency:${actor.clientId}`, label: actor.agency };
      case undefined:
        return route === 'trackDossier'
          ? { kind: 'citizen', id: 'anonymous', label: readerNames.tracker.vi }
          : { kind: 'system', id: route, label: readerNames.portal.vi };
    }
  }

  private async officerLabel({ assignment }: OfficerActor): Promise<string> {
    if (assignment === null) return readerNames.officer.vi;
    const unit = (await this.units.tree()).find(assignment.unitId);
    return officerLabel(unit?.name ?? 'Đơn vị không còn trong danh mục', assignment.role);
  }
}

function roleOf(actor: HttpActor | null): Role | 'citizen' | 'agency' | null {
  if (actor?.kind === 'citizen' || actor?.kind === 'agency') return actor.kind;
  return actor?.kind === 'officer' ? (actor.assignment?.role ?? null) : null;
}
