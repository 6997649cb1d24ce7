/** What became of a message after the gateway took it. */
export interface Receipt {
  readonly messageId: string;
  readonly outcome: 'delivered' | 'failed';
  /** ISO instant at the gateway. */
  readonly at: string;
}
