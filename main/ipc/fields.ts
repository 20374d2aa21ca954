/** What a request is read with: each takes something unknown and gives something known, or refuses. */
import { BadRequest } from './serve.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The own, plain fields of an object; nothing inherited counts. */
export function fields(raw: unknown, names: readonly string[]): Fields {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new BadRequest('an object is wanted');
  const extra = Object.keys(raw).find((key) => !names.includes(key));
  if (extra !== undefined) throw new BadRequest(`unknown field ${extra.slice(0, 40)}`);
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(raw, name) ? Reflect.get(raw, name) : undefined]),
  );
}

export function slug(value: unknown): string {
  if (typeof value !== 'string' || !/^[a-z0-9][a-z0-9-]{0,199}$/.test(value)) throw new BadRequest('id');
  return value;
}

export function wholeNumber(value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
    throw new BadRequest(`a whole number ${min}..${max} is wanted`);
  }
  return value;
}

export function text(value: unknown, maxLength: number): string {
  if (typeof value !== 'string' || value.length > maxLength) throw new BadRequest(`text up to ${maxLength}`);
  return value;
}

/** One of a closed list. */
export function oneOf<T extends string>(value: unknown, list: readonly T[], name: string): T {
  const found = list.find((one) => one === value);
  if (found === undefined) throw new BadRequest(name);
  return found;
}
