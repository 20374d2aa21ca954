/**
 * Noto Sans JP for the rare characters BIZ UDPGothic lacks. Not needed for home: its five hundred rules are
 * loaded after it.
 */
import '@fontsource/noto-sans-jp/400.css';
import '@fontsource/noto-sans-jp/700.css';
