/**
 * The last rung: a still page without any script that asks for staff. It needs nothing of the built page,
 * so it stands even when that is what is broken.
 */

export const REST_PATH = '/rest.html';

/** No script at all may run here; the only style is the one inside. */
export const REST_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Shown to staff and written in the hall guide. */
export const REST_CODE = 'K-01';

export const REST_PAGE = `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>ただいま準備中です</title>
<style>
  html { height: 100%; background: #fbf8f1; color: #1b2430; font: 28px/1.8 'BIZ UDPGothic', sans-serif; }
  body { min-height: 100%; margin: 0; display: grid; place-content: center; text-align: center; gap: 24px; }
  h1 { font-size: 56px; margin: 0; color: #1f3864; }
  p { margin: 0; }
  .staff { margin-top: 48px; font-size: 24px; color: #4a5361; }
  .sun { width: 160px; height: 160px; border-radius: 50%; background: #cf4529; margin: 0 auto 16px; }
</style>
<body>
  <main>
    <div class="sun"></div>
    <h1>ただいま準備中です</h1>
    <p>お近くの職員にお声がけください。</p>
    <p lang="en">Please ask a member of staff.</p>
    <p class="staff">職員の方へ：コード ${REST_CODE}。画面が続けて止まりました。5分ごとに自動でやり直します。<br>
      直らないときは、端末の電源を入れ直してください。</p>
  </main>
</body>
</html>
`;
