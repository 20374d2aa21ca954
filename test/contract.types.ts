/** Compile-time tests: each marked line must NOT compile. Checked by `tsc`, never executed. */
import type { Draft } from '../content/author/draft.ts';
import type { PackId } from '../content/pack/types.ts';
import type { ReadablePack } from '../content/store/driver.ts';
import type { CALLS, Calls, KioskDoor, NOTICES, Refusal } from '../main/ipc/contract.ts';
import type { Entries, Entry } from '../main/ipc/serve.ts';

declare const door: KioskDoor;
declare const readable: ReadablePack;
declare const entry: Entry<'home:read'>;
declare const others: Omit<Entries, 'home:read'>;
declare function compileInto(draft: Draft): void;
declare function show(packId: PackId): void;

void door.call('town:read', { lang: 'ja', code: '012068' });
// @ts-expect-error a name not in the contract
void door.call('content:delete', { lang: 'ja' });
// @ts-expect-error a field missing
void door.call('town:read', { lang: 'ja' });
// @ts-expect-error a field too many
void door.call('home:read', { lang: 'ja', code: '012068' });
// @ts-expect-error a language nobody speaks here
void door.call('home:read', { lang: 'fr' });
// @ts-expect-error a municipality is a town, not a group
void door.call('group:read', { lang: 'ja', kind: 'municipality', id: '012068' });

door.on('content:changed', ({ today }) => show(today as PackId));
// @ts-expect-error a notice not in the contract
door.on('app:quit', () => undefined);
// @ts-expect-error the raw event does not come through
door.on('content:changed', (_notice, event) => event);

void door.call('home:read', { lang: 'ja' }).then((reply) => {
  // @ts-expect-error a value only after looking whether there is one
  reply.value;
  // @ts-expect-error a refusal only where there is one
  reply.refusal;
  if (!reply.ok) return;
  // @ts-expect-error what came is not ours to change
  reply.value.partnerCount = 0;
});

/** A switch over refusals knows all of them. */
export function wordOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'bad-request':
      return refusal.why;
    case 'no-library':
      return refusal.faults.map((fault) => fault.code).join();
    case 'not-found':
    case 'staff-locked':
      return '';
    case 'internal':
      return refusal.logId;
    default:
      return refusal satisfies never;
  }
}

// @ts-expect-error a pack opened for reading is no draft
compileInto(readable);
// @ts-expect-error nothing can be inserted through it
readable.insert('pack', {});
// @ts-expect-error a pack id is more than a text
show('base');

export const all: Entries = { ...others, 'home:read': entry };
// @ts-expect-error every call needs an entry
export const some: Entries = others;
// @ts-expect-error an entry of one call is none of another
export const mixed: Entries = { ...others, 'home:read': others['map:read'] };

/** The lists of names are those of the types, no more and no less. */
export const calls: typeof CALLS = {} as { readonly [K in keyof Calls]: true };
declare const notices: typeof NOTICES;
// @ts-expect-error a name too many
export const more: typeof NOTICES = { ...notices, 'app:quit': true };
