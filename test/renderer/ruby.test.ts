import { describe, expect, it } from 'vitest';
import { busyCount } from '../../renderer/busy.ts';
import { createReadings } from '../../renderer/ruby.ts';

/** A door that answers when told; `asked` has the texts of each call. */
function stubDoor() {
  const asked: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  const call = ((_name: string, request: { readonly texts: readonly string[] }) => {
    asked.push(request.texts);
    return new Promise((resolve) => {
      open.push(() =>
        resolve({ ok: true, value: Object.fromEntries(request.texts.map((text) => [text, `${text}!`])) }),
      );
    });
  }) as never;
  const answer = async () => {
    for (const done of open.splice(0)) done();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { asked, answer, door: { call } };
}

const tick = () => new Promise((resolve) => setTimeout(resolve));

describe('readings', () => {
  it('ask once for the texts of one draw, tell when they came, and are busy meanwhile', async () => {
    const { asked, answer, door } = stubDoor();
    const readings = createReadings(door);
    let told = 0;
    readings.watch(() => {
      told += 1;
    });
    for (const text of ['東京', '釧路', '東京']) readings.want(text);
    expect(readings.marked('東京')).toBe('東京');
    await tick();
    expect(asked).toEqual([['東京', '釧路']]);
    expect(busyCount()).toBe(1);
    await answer();
    expect([told, busyCount(), readings.marked('東京'), readings.marked('釧路')]).toEqual([
      1,
      0,
      '東京!',
      '釧路!',
    ]);
    readings.want('東京');
    await tick();
    expect(asked).toHaveLength(1);
  });

  it('ask for no more at a time than the door takes', async () => {
    const { asked, answer, door } = stubDoor();
    const readings = createReadings(door);
    for (let i = 0; i < 401; i++) readings.want(`町${i}`);
    for (const letter of '大中小') readings.want(letter.repeat(45_000));
    readings.want('長'.repeat(60_000));
    await tick();
    for (let i = 0; i < 3; i++) await answer();
    expect(asked.map((texts) => texts.length)).toEqual([400, 4]);
    expect(readings.marked('町400')).toBe('町400!');
  });

  it('forget everything when the content changes, and what was under way', async () => {
    const { answer, door } = stubDoor();
    const readings = createReadings(door);
    readings.want('東京');
    await tick();
    readings.clear();
    await answer();
    expect(readings.marked('東京')).toBe('東京');
  });

  it('take a refusal for a text without readings', async () => {
    const readings = createReadings({
      call: (async () => ({ ok: false, refusal: { code: 'not-found' } })) as never,
    });
    readings.want('東京');
    await tick();
    expect(readings.marked('東京')).toBe('東京');
    expect(busyCount()).toBe(0);
  });
});
