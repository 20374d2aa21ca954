/** A code to take home, large, over the page. */
import { XCircleIcon } from '@phosphor-icons/react/dist/csr/XCircle';
import { goBack } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import { Ruby } from './ruby.tsx';
import { TakeHomeCode } from './take-home.tsx';

export type TakeHomeViewProps = {
  readonly titleId: string;
  readonly url: string;
  readonly title: string;
  readonly lang: string;
};

export function TakeHomeView({ titleId, url, title, lang }: TakeHomeViewProps) {
  const t = useWords();
  return (
    <div className="take-home-view">
      <div className="take-home-panel">
        <h1 id={titleId}>
          <Ruby>{t('take-home.title')}</Ruby>
        </h1>
        <TakeHomeCode url={url} title={title} lang={lang} />
        <Button kind="main" icon={XCircleIcon} onPress={goBack}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}
