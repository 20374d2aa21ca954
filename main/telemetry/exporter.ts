/**
 * Exports the figures with OpenTelemetry. A bundle of its own (`telemetry.cjs`), read only where a
 * collector is configured. One export at a time: a collector that stalls or refuses costs its own figures
 * and nothing else.
 */
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { StartTelemetry } from './figures.ts';

export const startTelemetry: StartTelemetry = ({ url, source, figures, everyMs, timeoutMs }) => {
  const exporter = new OTLPMetricExporter({ url, timeoutMillis: timeoutMs, concurrencyLimit: 1 });
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: everyMs,
    exportTimeoutMillis: timeoutMs,
  });
  const provider = new MeterProvider({
    resource: resourceFromAttributes({
      'service.name': 'renkei-kiosk',
      'service.version': source.appVersion,
      'service.instance.id': source.kioskId,
      'renkei.venue': source.venueId,
    }),
    readers: [reader],
  });
  const meter = provider.getMeter('renkei-kiosk');
  const version = meter.createObservableGauge('renkei.content.version', {
    description: 'Version of a pack shown',
  });
  const daysLeft = meter.createObservableGauge('renkei.content.days_left', { unit: 'd' });
  const disk = meter.createObservableGauge('renkei.disk.free', { unit: 'By' });
  const memory = meter.createObservableGauge('renkei.memory.used', { unit: 'By' });
  const faults = meter.createObservableGauge('renkei.faults');
  const visits = meter.createObservableGauge('renkei.visits.day', {
    description: 'Visits of the last whole day',
  });
  let ended = false;
  meter.addBatchObservableCallback(
    async (result) => {
      if (ended) return;
      const now = await figures();
      for (const { packId, version: number } of now.packs)
        result.observe(version, number, { 'renkei.pack': packId, 'renkei.set': now.setId });
      if (now.daysLeft !== null) result.observe(daysLeft, now.daysLeft);
      if (now.diskFreeBytes !== null) result.observe(disk, now.diskFreeBytes);
      result.observe(memory, now.memoryBytes);
      result.observe(faults, now.faults);
      if (now.visits !== null) result.observe(visits, now.visits.number, { 'renkei.day': now.visits.day });
    },
    [version, daysLeft, disk, memory, faults, visits],
  );
  // Whoever set the kiosk up waits for its first figures; what the collector does with them waits for nobody.
  void reader.forceFlush().catch(() => undefined);
  // A flush at the end would hold up the end, and what it asks is closed already; the next run tells the rest.
  return () => {
    ended = true;
    void provider.shutdown({ timeoutMillis: 1 }).catch(() => undefined);
  };
};
