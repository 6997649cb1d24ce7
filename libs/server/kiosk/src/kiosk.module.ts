import { Module } from '@nestjs/common';
import { DossierModule } from '@mocua/server/dossier';
import { CallOfficer } from './application/call-officer';
import { HandOverDraft } from './application/hand-over-draft';
import { HandedDrafts } from './application/handed-drafts';
import { PrintMyDocument } from './application/print-my-document';
import { ScanPaper } from './application/scan-paper';
import { TakeTicket } from './application/take-ticket';
import { HallController } from './http/hall.controller';
import { KioskVisitorController } from './http/kiosk-visitor.controller';
import { OfficerHallController } from './http/officer-hall.controller';
import { HttpKioskPeripherals } from './peripherals/http-kiosk-peripherals';
import { CallStore } from './persistence/call.store';
import { HandoverStore } from './persistence/handover.store';
import { TicketStore } from './persistence/ticket.store';
import { KioskPeripherals } from './ports';

/** The services of a hall with machines in it, with their routes; for the API only. */
@Module({
  imports: [DossierModule],
  controllers: [HallController, KioskVisitorController, OfficerHallController],
  providers: [
    CallOfficer,
    HandOverDraft,
    HandedDrafts,
    PrintMyDocument,
    ScanPaper,
    TakeTicket,
    CallStore,
    HandoverStore,
    TicketStore,
    { provide: KioskPeripherals, useClass: HttpKioskPeripherals },
  ],
})
export class KioskModule {}
