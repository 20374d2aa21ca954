/**
 * The typeface of the screen, bundled. Each file covers some hundred characters and is read only when one
 * of them is shown. `fonts-rare.ts` follows once home is usable.
 */
import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import './home-font/home-font.css';
import './home-font/tongues.css';
import './english.css';
