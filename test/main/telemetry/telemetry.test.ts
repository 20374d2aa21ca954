/** Figures to a real collector on loopback: one that takes them, one that stalls, one that refuses, none. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { beginTelemetry } from '../../../main/telemetry/begin.ts';
import { startTelemetry } from '../../../main/telemetry/exporter.ts';
import type { TelemetryFigures } from '../../../main/telemetry/figures.ts';

const SOURCE = { venueId: 'arakawa-kuyakusho', kioskId: 'k-1', appVersion: '0.1.0' };
const FIGURES: TelemetryFigures = {
  packs: [{ packId: 'base', version: 7 }],
  setId: '0123456789ab',
  daysLeft: 30,
  diskFreeBytes: 9_000_000_000,
  memoryBytes: 300_000_000,
  faults: 0,
  visits: { day: '2026-03-31', number: 41 },
};

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function collector(answer: Answer): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/metrics`, server };
}

function begin(
  url: string,
  figures: () => TelemetryFigures | Promise<TelemetryFigures> = () => FIGURES,
): void {
  ends.push(startTelemetry({ url, source: SOURCE, figures, everyMs: 60, timeoutMs: 50 }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

/** Resolves when the n-th request has come; keeps how many were under way at once. */
function counting(answer: Answer, n: number) {
  let most = 0;
  let open = 0;
  let come = 0;
  let reached = (): void => undefined;
  const enough = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const handle: Answer = (request, response) => {
    open += 1;
    come += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    answer(request, response);
    if (come === n) reached();
  };
  return { handle, enough, most: () => most };
}

describe('a collector', () => {
  it('gets how the kiosk is, and nothing of who was there', async () => {
    let took = (_body: string): void => undefined;
    const body = new Promise<string>((resolve) => {
      took = resolve;
    });
    const { url } = await collector((request, response) => {
      void bodyOf(request).then((text) => {
        took(text);
        response.end('{}');
      });
    });
    begin(url);
    const sent = JSON.parse(await body) as {
      readonly resourceMetrics: readonly {
        readonly scopeMetrics: readonly { readonly metrics: readonly { readonly name: string }[] }[];
      }[];
    };
    expect(sent.resourceMetrics[0]?.scopeMetrics[0]?.metrics.map(({ name }) => name).sort()).toEqual([
      'renkei.content.days_left',
      'renkei.content.version',
      'renkei.disk.free',
      'renkei.faults',
      'renkei.memory.used',
      'renkei.visits.day',
    ]);
    expect(await body).toContain('arakawa-kuyakusho');
  });

  it('that stalls is given up, never asked twice at once, and asked again', async () => {
    const { handle, enough, most } = counting(() => undefined, 3);
    const { url } = await collector(handle);
    begin(url);
    await enough;
    expect(most()).toBeLessThanOrEqual(2);
  });

  it('that answers with errors is asked again and throws nothing', async () => {
    const { handle, enough } = counting((_request, response) => {
      response.statusCode = 500;
      response.end('no');
    }, 3);
    const { url } = await collector(handle);
    begin(url);
    await enough;
  });

  it('that is not there throws nothing; when it comes it gets its figures', async () => {
    const { url, server } = await collector((_request, response) => response.end('{}'));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    let asked = 0;
    const twice = new Promise<void>((resolve) => {
      begin(url, () => {
        asked += 1;
        if (asked === 3) resolve();
        return FIGURES;
      });
    });
    await twice;
    const back = counting((_request, response) => response.end('{}'), 1);
    const again = createServer(back.handle);
    ends.push(() => new Promise((resolve) => again.close(resolve)));
    again.listen(port, '127.0.0.1');
    await back.enough;
    again.closeAllConnections();
  });

  it('gets the next figures when one reading failed', async () => {
    const { handle, enough } = counting((_request, response) => response.end('{}'), 2);
    const { url } = await collector(handle);
    let asked = 0;
    begin(url, () => {
      asked += 1;
      if (asked === 1) throw new Error('no disk');
      return FIGURES;
    });
    await enough;
  });
});

describe('beginTelemetry', () => {
  const log = { write: () => '' };

  it('reads nothing at all where no collector is configured', () => {
    const load = (): never => {
      throw new Error('read');
    };
    beginTelemetry({ url: null, load, log, source: SOURCE, figures: () => FIGURES })();
  });

  it('survives a bundle that cannot be read', async () => {
    const told = new Promise<string>((resolve) => {
      const load = (): never => {
        throw new Error('no bundle');
      };
      const write = (_level: string, what: string): string => {
        resolve(what);
        return '';
      };
      beginTelemetry({
        url: 'http://127.0.0.1:9/',
        load,
        log: { write },
        source: SOURCE,
        figures: () => FIGURES,
        afterMs: 0,
      });
    });
    expect(await told).toBe('telemetry not begun');
  });
});
