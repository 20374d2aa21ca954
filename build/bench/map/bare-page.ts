/** The yardstick of the map, run in a page: Leaflet as its guide shows it, with our points and shapes on a canvas. */
import { canvas, circleMarker, geoJSON, map as makeMap } from 'leaflet';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';

declare global {
  interface Window {
    /** [lat, lon] of every town. */
    readonly points: readonly (readonly [number, number])[];
    readonly shapes: Topology;
    /** South-west and north-east corner of the first view, [lat, lon]. */
    readonly view: readonly [readonly [number, number], readonly [number, number]];
  }
}

const { points, shapes, view } = window;
const map = makeMap('map', { renderer: canvas(), zoomSnap: 0 });
map.fitBounds([[...view[0]], [...view[1]]]);
const towns = shapes.objects['municipalities'];
if (towns === undefined) throw new Error('no shapes');
geoJSON(feature(shapes, towns), {
  style: { weight: 1, color: '#8a93a5', fillColor: '#c7d3ee', fillOpacity: 1 },
}).addTo(map);
for (const [lat, lon] of points)
  circleMarker([lat, lon], {
    radius: 3,
    weight: 1,
    color: '#fff',
    fillColor: '#24386b',
    fillOpacity: 1,
  }).addTo(map);
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('kiosk:usable')));
