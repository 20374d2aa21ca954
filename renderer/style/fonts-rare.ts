/**
 * What home and nearly every page can do without, declared after the whole face: the slices of BIZ UDPGothic and
 * of Noto Sans JP for rare characters, and the faces of Chinese and Korean, in one file per weight where they are
 * the language of the screen, in slices where some of their characters stand elsewhere. Some thousand rules; a
 * file is read when one of its characters is shown.
 */
import '@fontsource/biz-udpgothic/400.css';
import '@fontsource/biz-udpgothic/700.css';
import '@fontsource/noto-sans-jp/400.css';
import '@fontsource/noto-sans-jp/700.css';
import '@fontsource/noto-sans-sc/chinese-simplified-400.css';
import '@fontsource/noto-sans-sc/chinese-simplified-700.css';
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/700.css';
import '@fontsource/noto-sans-kr/korean-400.css';
import '@fontsource/noto-sans-kr/korean-700.css';
import '@fontsource/noto-sans-kr/400.css';
import '@fontsource/noto-sans-kr/700.css';
