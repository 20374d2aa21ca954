/** No newsletter in the library: said calmly, with ways on. */
import { Button } from '../../parts/button.tsx';
import { useWords } from '../../words/index.ts';

export function NoIssue() {
  const t = useWords('news');
  return (
    <div className="news-none">
      <p>{t('none')}</p>
      <div className="news-none-ways">
        <Button kind="main" to={{ page: 'cases' }}>
          {t('to-cases')}
        </Button>
        <Button to={{ page: 'map' }}>{t('map')}</Button>
      </div>
    </div>
  );
}
