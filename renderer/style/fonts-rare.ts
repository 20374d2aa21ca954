/**
 * What home can do without, loaded after it, or before where home has a character of these (`usable.ts`): all
 * of BIZ UDPGothic, Noto Sans JP for the rare characters it lacks, and the faces of Chinese and Korean. Some
 * thousand rules; each of their files is read when one of its characters is shown.
 */
import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import '@fontsource/noto-sans-jp/400.css';
import '@fontsource/noto-sans-jp/700.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import '@fontsource/noto-sans-kr/400.css';
import '@fontsource/noto-sans-kr/700.css';
