/**
 * A short film: its poster with one big button, captions as text under it (a hall is loud, and not
 * everybody hears), no controls of the browser. It never starts by itself.
 */
import { PauseIcon } from '@phosphor-icons/react/dist/csr/Pause';
import { PlayIcon } from '@phosphor-icons/react/dist/csr/Play';
import { useRef, useState } from 'react';
import type { FilmView } from '../../../content/pack/media-views.ts';
import { Button } from '../../parts/button.tsx';
import { mediaUrl, PhotoCredit } from '../../parts/photo.tsx';
import { useWords } from '../../words/index.ts';
import { captionAt, minutesText } from './captions.ts';

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
      {captions !== undefined && (
        <p className="film-caption" lang={captions.lang}>
          {playing || atMs > 0 ? captionAt(captions.cues, atMs) : film.alt}
        </p>
      )}
      <figcaption className="film-foot">
        <Button kind="main" icon={playing ? PauseIcon : PlayIcon} disabled={failed} onPress={press}>
          {failed
            ? t('film-failed')
            : t(playing ? 'film-pause' : 'film-play', { time: minutesText(film.durationMs) })}
        </Button>
        <PhotoCredit of={film} />
      </figcaption>
    </figure>
  );
}
