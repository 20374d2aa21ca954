/**
 * The typeface of home, bundled: Latin letters, the Japanese characters home shows, and the languages' own
 * names. Few rules, because each costs time before the first page stands; `fonts-rare.ts` brings the others.
 */
import '@fontsource/biz-udpgothic/latin-400.css';
import '@fontsource/biz-udpgothic/latin-700.css';
import './home-font/home-font.css';
import './home-font/tongues.css';
import './english.css';
