import { DestroyRef, inject } from '@angular/core';

const channelName = 'mocua-session';

/** Tells the other tabs of this browser that the person has signed in again. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('signed-in');
  channel.close();
}

/** Runs `then` whenever another tab signed in; stops with the component that asked. */
export function onSignedInElsewhere(then: () => void): void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = then;
  inject(DestroyRef).onDestroy(() => channel.close());
}
