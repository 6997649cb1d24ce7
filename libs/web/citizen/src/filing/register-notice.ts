import { Component, computed, input, output } from '@angular/core';
import type { RegisterState } from '@mocua/contract';
import { useTexts } from '@mocua/web/kernel';

/** Says which data of the state could not be fetched, and how the person may go on. */
@Component({
  selector: 'mocua-register-notice',
  templateUrl: './register-notice.html',
})
export class RegisterNotice {
  readonly registers = input.required<readonly RegisterState[]>();
  readonly busy = input(false);
  readonly retried = output();
  protected readonly t = useTexts();
  protected readonly down = computed(() => this.registers().filter((register) => register.state === 'down'));
}
