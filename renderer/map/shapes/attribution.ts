/**
 * Whose data the map is made of. The short line must be on the screen wherever the map is; the long credit stands
 * on the page about the kiosk. `README.md` beside this file says which file comes from which source.
 */

type Words = { readonly ja: string; readonly en: string };

/** One line under the map: those who ask to be named there. */
export const ATTRIBUTION_SHORT: Words = {
  ja: '© OpenStreetMap contributors (ODbL)／総務省統計局の資料を加工／GeoNames',
  en: '© OpenStreetMap contributors (ODbL) / Statistics Bureau of Japan, adapted / GeoNames',
};

/** Sources, licences and what the borders are not. Paragraphs in order. */
export const ATTRIBUTION_LONG: { readonly ja: readonly string[]; readonly en: readonly string[] } = {
  ja: [
    '地図の市区町村の形は、「市区町村別メッシュ・コード一覧」（総務省統計局、CC BY 4.0）を加工し、OpenStreetMap の海岸線（© OpenStreetMap contributors、ODbL 1.0、2017年11月時点）で切り取って作成しました。',
    '境界は約1 kmのメッシュから推定したもので、数百メートルずれることがあります。法的な境界を示すものではありません。',
    '市区町村の位置は © OpenStreetMap contributors（ODbL 1.0）、一部は GeoNames（CC BY 4.0）によります。湖は © OpenStreetMap contributors（ODbL 1.0）、近隣の陸地は Natural Earth（パブリックドメイン）によります。',
    '形と位置のデータは、派生データベースとして Open Database License (ODbL) 1.0 で公開しています。https://opendatacommons.org/licenses/odbl/1-0/',
  ],
  en: [
    'The shapes of municipalities are made from the List of 1 km Mesh Codes by Municipality (Statistics Bureau of Japan, CC BY 4.0), adapted, and cut along the coastline of OpenStreetMap (© OpenStreetMap contributors, ODbL 1.0, as of November 2017).',
    'Borders are estimated from a mesh of about 1 km and may be some hundred metres off. They are not legal boundaries.',
    'Points of municipalities: © OpenStreetMap contributors (ODbL 1.0), some from GeoNames (CC BY 4.0). Lakes: © OpenStreetMap contributors (ODbL 1.0). Neighbouring land: Natural Earth (public domain).',
    'The data of shapes and points are published as a derivative database under the Open Database License (ODbL) 1.0: https://opendatacommons.org/licenses/odbl/1-0/',
  ],
};
