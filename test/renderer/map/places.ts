/** The real 1,741 points as the map gets them; what they take part in is given. */
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { REGION_IDS } from '../../../content/pack/types.ts';
import type { MapView } from '../../../content/pack/views.ts';
import { GAZETTEER } from '../../helpers/places.ts';

const { municipalities, prefectures } = loadGazetteer(GAZETTEER);

/**
 * @param flags    by code; all others take part in nothing
 * @param wardCode the hall's ward, or null
 */
export function mapView(flags: Readonly<Record<string, number>>, wardCode: string | null = null): MapView {
  const points = municipalities.map(({ code, nameJa, lat, lon }) => ({
    code,
    name: nameJa,
    lat,
    lon,
    flags: flags[code] ?? 0,
  }));
  const ward = points.find(({ code }) => code === wardCode) ?? null;
  return {
    points,
    prefectures: prefectures.map(({ code, nameJa, lat, lon, region, bounds }) => ({
      id: code,
      name: nameJa,
      lat,
      lon,
      region,
      bounds: [bounds.west, bounds.south, bounds.east, bounds.north],
    })),
    regions: REGION_IDS.map((id) => ({ id, name: id })),
    ward: ward && { code: ward.code, name: ward.name, lat: ward.lat, lon: ward.lon },
    partners: [],
  };
}
