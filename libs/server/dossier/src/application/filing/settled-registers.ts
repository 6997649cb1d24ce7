import { Injectable } from '@nestjs/common';
import { registersOf } from '@mocua/engine/eform';
import type { AttachmentRef } from '@mocua/engine/dossier';
import { problem } from '@mocua/server/kernel';
import { LookupGrants } from '@mocua/server/personal-data';
import type { PublishedProcedure } from '@mocua/server/procedure';
import type { StoredDraft } from '../../persistence/draft-store';
import { RegisterData } from '../../persistence/register-data';
import { registerTitle } from './register-lookups';

/** What has to hold about registers before a draft becomes a dossier. */
@Injectable()
export class SettledRegisters {
  constructor(
    private readonly standings: RegisterData,
    private readonly grants: LookupGrants,
  ) {}

  /**
   * Every value of a register names the look-up it came from, and every register that is down is stood in for as the form
   * declares.
   *
   * @throws Problem `privacy.value-without-basis`, `register.waiting`, `attachment.missing`
   */
  async require(
    draft: StoredDraft,
    procedure: PublishedProcedure,
    uploads: readonly AttachmentRef[],
  ): Promise<void> {
    const asked = registersOf(procedure.compiledForm);
    if (asked.length === 0) return;
    const fromRegisters = Object.values(draft.provenance).filter((origin) => origin.lookupId !== undefined);
    await this.grants.requireGrounds(fromRegisters.map((origin) => origin.lookupId));
    const standings = await this.standings.ofDraft(draft.draftId);
    for (const { register, whenDown, components } of asked) {
      const standing = standings.find((each) => each.register === register);
      const isOpen = standing === undefined || standing.state === 'down';
      if (whenDown === 'wait' && isOpen)
        throw problem('register.waiting', { register: registerTitle(register) });
      if (whenDown === 'documents' && standing?.state === 'down') requirePapers(components, uploads);
    }
  }
}

/** @throws Problem `attachment.missing` */
function requirePapers(components: readonly string[], uploads: readonly AttachmentRef[]): void {
  const missing = components.filter((code) => !uploads.some((file) => file.componentCode === code));
  if (missing.length === 0) return;
  const message = 'Hãy tải lên giấy tờ này, vì chưa lấy được dữ liệu thay cho nó.';
  throw problem(
    'attachment.missing',
    {},
    missing.map((path) => ({ path, code: 'required', message })),
  );
}
