/**
 * A short film: its poster with one big button, captions as text under it (a hall is loud, and not
 * everybody hears), no controls of the browser. It never starts by itself.
 */
import { ClockCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ClockCounterClockwise';
import { PauseIcon } from '@phosphor-icons/react/dist/csr/Pause';
import { PlayIcon } from '@phosphor-icons/react/dist/csr/Play';
import { SkipBackIcon } from '@phosphor-icons/react/dist/csr/SkipBack';
import { useRef, useState } from 'react';
import type { FilmView } from '../../../content/pack/media-views.ts';
import { Button } from '../../parts/button.tsx';
import { mediaUrl, PhotoCredit } from '../../parts/photo.tsx';
import { useWords } from '../../words/index.ts';
import { captionAt, minutesText } from './captions.ts';

/** One press back: a sentence one did not catch. */
const JUMP_MS = 5000;

export function Film({ film }: { readonly film: FilmView }) {
  const t = useWords('exhibition');
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [atMs, setAtMs] = useState(0);
  const captions = film.captions[0];

  const press = () => {
    const { current } = video;
    if (current === null) return;
    if (playing) current.pause();
    // Refused when the file cannot be read: then the words below stay, and the button says so.
    else current.play().catch(() => setFailed(true));
  };

  const jump = (toMs: number) => {
    if (video.current !== null) video.current.currentTime = Math.max(0, toMs) / 1000;
  };

  return (
    <figure className="film">
      {/* biome-ignore lint/a11y/useMediaCaption: the captions stand under the film, larger than a track would set them */}
      <video
        ref={video}
        className="film-picture"
        src={mediaUrl(film.id)}
        poster={mediaUrl(film.poster.id)}
        width={film.width}
        height={film.height}
        preload="none"
        playsInline
        disablePictureInPicture
        aria-label={film.alt}
        onClick={press}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => setFailed(true)}
        onTimeUpdate={(event) => setAtMs(event.currentTarget.currentTime * 1000)}
      />
      <div className="film-progress" aria-hidden="true">
        <span style={{ transform: `scaleX(${Math.min(1, atMs / film.durationMs)})` }} />
      </div>
      {captions !== undefined && (
        <p className="film-caption" lang={captions.lang}>
          {playing || atMs > 0 ? captionAt(captions.cues, atMs) : film.alt}
        </p>
      )}
      <figcaption className="film-foot">
        <div className="film-buttons">
          <Button kind="main" icon={playing ? PauseIcon : PlayIcon} disabled={failed} onPress={press}>
            {failed
              ? t('film-failed')
              : t(playing ? 'film-pause' : 'film-play', { time: minutesText(film.durationMs) })}
          </Button>
          {atMs > 0 && !failed && (
            <>
              <Button icon={ClockCounterClockwiseIcon} onPress={() => jump(atMs - JUMP_MS)}>
                {t('film-again-a-little')}
              </Button>
              <Button icon={SkipBackIcon} onPress={() => jump(0)}>
                {t('film-from-start')}
              </Button>
            </>
          )}
        </div>
        <PhotoCredit of={film} />
      </figcaption>
    </figure>
  );
}
