/** Runs mapshaper (MPL 2.0) on data in memory. Imported late, so that this file loads before the packages are there. */
import type { Topology } from 'topojson-specification';

/**
 * Runs one mapshaper command line.
 *
 * @param commands as typed in a terminal, without the word mapshaper; input and output files by name
 * @param input    file name -> GeoJSON or TopoJSON object
 * @returns        output file name -> TopoJSON
 */
export async function mapshape(
  commands: string,
  input: Readonly<Record<string, object>>,
): Promise<ReadonlyMap<string, Topology>> {
  const { default: mapshaper } = await import('mapshaper');
  // As text: given objects, mapshaper works on their own properties and would spoil them for the next call.
  const texts = Object.entries(input).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const output = await mapshaper.applyCommands(commands, Object.fromEntries(texts));
  return new Map(
    Object.entries(output).map(([name, bytes]) => [
      name,
      JSON.parse(typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)) as Topology,
    ]),
  );
}
