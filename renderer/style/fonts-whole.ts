/**
 * BIZ UDPGothic in one file per weight, some 6,900 characters: read once home stands, so that no page waits for
 * letters. A page that meets a face still being read asks every further face in its list, and the system's own,
 * for each character; slices would make that the rule on every first opening.
 */
import '@fontsource/biz-udpgothic/japanese-400.css';
import '@fontsource/biz-udpgothic/japanese-700.css';
