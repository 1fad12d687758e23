<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ChoicesPage</name>
    <message>
        <source>Choices</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックスカード</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>参照(&amp;R)…</translation>
    </message>
    <message>
        <source>Fa&amp;st build</source>
        <translation>短時間で作成する(&amp;S)</translation>
    </message>
    <message>
        <source>Takes less time. The engines may be somewhat slower.</source>
        <translation>作成にかかる時間が短くなりますが、エンジンの動作がやや遅くなることがあります。</translation>
    </message>
    <message>
        <source>Recommended: {0}</source>
        <translation>推奨：{0}</translation>
    </message>
    <message>
        <source>The default choices suit most people.</source>
        <translation>通常は、選択済みの設定のままで問題ありません。</translation>
    </message>
    <message>
        <source>Build the &amp;engines anyway</source>
        <translation>それでもエンジンを作成する(&amp;E)</translation>
    </message>
    <message>
        <source>For other computers: this one cannot run them.</source>
        <translation>ほかのコンピューター用です。このコンピューターでは実行できません。</translation>
    </message>
    <message>
        <source>&amp;Graphics card:</source>
        <translation>グラフィックスカード(&amp;G):</translation>
    </message>
    <message>
        <source>Install:</source>
        <translation>インストール対象:</translation>
    </message>
    <message>
        <source>F&amp;older:</source>
        <translation>フォルダー(&amp;O):</translation>
    </message>
    <message>
        <source>{0} (number {1}, {2} MiB)</source>
        <translation>{0} (番号 {1}、{2} MiB)</translation>
    </message>
    <message>
        <source>All of them, with engines for each</source>
        <translation>すべて (それぞれにエンジンを作成)</translation>
    </message>
</context>
<context>
    <name>ComputerPage</name>
    <message>
        <source>This computer</source>
        <translation>このコンピューター</translation>
    </message>
    <message>
        <source>What the installation needs.</source>
        <translation>必要なものがそろっているかどうかを確認します。</translation>
    </message>
    <message>
        <source>What the repair needs.</source>
        <translation>修復に必要なものです。</translation>
    </message>
    <message>
        <source>Checking this computer…</source>
        <translation>このコンピューターを確認しています…</translation>
    </message>
    <message>
        <source>This computer has everything that is needed.</source>
        <translation>必要なものはすべてそろっています。</translation>
    </message>
    <message>
        <source>This must be fixed first:</source>
        <translation>先に次の問題を解決してください：</translation>
    </message>
    <message>
        <source>Fix this and choose Try again, or go on and choose otherwise:</source>
        <translation>次の問題を解決して［再試行］を選ぶか、先に進んで別の選択をしてください：</translation>
    </message>
    <message>
        <source>Why a repair is needed:</source>
        <translation>修復が必要な理由：</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>DetailsButton</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Hide d&amp;etails</source>
        <translation>詳細を非表示(&amp;E)</translation>
    </message>
    <message>
        <source>Show d&amp;etails</source>
        <translation>詳細を表示(&amp;E)</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>ログのフォルダーを開く(&amp;L)</translation>
    </message>
    <message>
        <source>Co&amp;py details</source>
        <translation>詳細をコピー(&amp;P)</translation>
    </message>
    <message>
        <source>The result.</source>
        <translation>結果です。</translation>
    </message>
    <message>
        <source>The graphics card was in use while these models were measured, so their engines may be slower than they could be: {0}</source>
        <translation>測定中にグラフィックスカードが使用されていたため、次のモデルは本来より動作が遅い可能性があります：{0}</translation>
    </message>
    <message>
        <source>Partly installed</source>
        <translation>一部インストール済み</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>インストール完了</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修復完了</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>アンインストール完了</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセルしました</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>まだ完了していません</translation>
    </message>
    <message>
        <source>Nothing is installed</source>
        <translation>何もインストールされていません</translation>
    </message>
    <message>
        <source>Files are missing</source>
        <translation>ファイルが見つかりません</translation>
    </message>
    <message>
        <source>The installation files are damaged</source>
        <translation>インストール用のファイルが破損しています</translation>
    </message>
    <message>
        <source>Another installation is at work</source>
        <translation>別のインストールを実行中です</translation>
    </message>
    <message>
        <source>This computer is not supported</source>
        <translation>このコンピューターには対応していません</translation>
    </message>
    <message>
        <source>Access was denied</source>
        <translation>アクセスが拒否されました</translation>
    </message>
    <message>
        <source>The folder is not safe</source>
        <translation>フォルダーが安全ではありません</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>メモリが不足しています</translation>
    </message>
    <message>
        <source>Files are in use</source>
        <translation>ファイルが使用中です</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>ディスクの空き領域が不足しています</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>問題が発生しました</translation>
    </message>
</context>
<context>
    <name>InstallerWizard</name>
    <message>
        <source>&amp;Install</source>
        <translation>インストール(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修復(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Uninstall</source>
        <translation>アンインストール(&amp;U)</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Uninstall</source>
        <translation>アンインストール</translation>
    </message>
    <message>
        <source>Choose another &amp;folder</source>
        <translation>別のフォルダーを選択(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Build them again</source>
        <translation>作成し直す(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完了(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Continue with what was built</source>
        <translation>作成済みのエンジンで続行(&amp;C)</translation>
    </message>
    <message>
        <source>Stop now? Nothing will be changed.</source>
        <translation>中止しますか？変更は何も行われません。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Stop?</source>
        <translation>中止の確認</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License</source>
        <translation>ライセンス条項</translation>
    </message>
    <message>
        <source>Read the license before you go on.</source>
        <translation>続行する前に、ライセンス条項をお読みください。</translation>
    </message>
    <message>
        <source>I &amp;accept the license</source>
        <translation>ライセンス条項に同意する(&amp;A)</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Nothing has been changed so far.</source>
        <translation>まだ何も変更されていません。</translation>
    </message>
    <message>
        <source>The graphics card is in use</source>
        <translation>グラフィックスカードが使用中です</translation>
    </message>
    <message>
        <source>&amp;Wait until it is idle</source>
        <translation>空くまで待つ(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Do not wait</source>
        <translation>待たずに開始する(&amp;D)</translation>
    </message>
    <message>
        <source>Fa&amp;st build</source>
        <translation>短時間で作成する(&amp;S)</translation>
    </message>
    <message>
        <source>It then begins by itself.</source>
        <translation>空きしだい自動的に開始します。</translation>
    </message>
    <message>
        <source>The engines may be slower than they could be.</source>
        <translation>エンジンの動作が本来より遅くなることがあります。</translation>
    </message>
    <message>
        <source>Measures less, so other programs disturb it less.</source>
        <translation>測定が少ないため、ほかのプログラムの影響を受けにくくなります。</translation>
    </message>
    <message>
        <source>Finding out what is to be done…</source>
        <translation>処理の内容を確認しています…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>{0}:</source>
        <translation>{0}:</translation>
    </message>
    <message>
        <source>The timing cache has everything that would be measured, so there is no need to wait.</source>
        <translation>必要な測定結果はすべてタイミングキャッシュにあるため、待つ必要はありません。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be removed.</source>
        <translation>
            <numerusform>%n 個のファイルを削除します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>残すファイル</translation>
    </message>
    <message>
        <source>Ready to install</source>
        <translation>インストールの準備完了</translation>
    </message>
    <message>
        <source>Ready to repair</source>
        <translation>修復の準備完了</translation>
    </message>
    <message>
        <source>Ready to uninstall</source>
        <translation>アンインストールの準備完了</translation>
    </message>
    <message>
        <source>The application will be removed from this computer.</source>
        <translation>アプリケーションをこのコンピューターから削除します。</translation>
    </message>
    <message>
        <source>The AI models of the application are prepared for graphics cards, as “engines”. It is done once.</source>
        <translation>アプリケーションの AI モデルを、グラフィックスカード用の「エンジン」として準備します。この処理は一度だけ行います。</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>アプリケーション</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n changed file(s): {0}</source>
        <translation>
            <numerusform>変更された %n 個のファイル：{0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engine(s) to build.</source>
        <translation>
            <numerusform>%n 個を作成します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n engine(s) current, to be kept.</source>
        <translation>
            <numerusform>%n 個は最新のため、そのまま使用します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Engines</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <source>None has to be built.</source>
        <translation>作成が必要なものはありません。</translation>
    </message>
    <message>
        <source>About {0}.</source>
        <translation>約 {0}</translation>
    </message>
    <message>
        <source>Probably about {0}.</source>
        <translation>およそ {0} (推定)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>必要な領域</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックスカード</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Timing cache</source>
        <translation>タイミングキャッシュ</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0} {1}.</source>
        <translation>{0} {1}。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>残り数秒</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>残り約 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>残り約 %n 分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkingPage</name>
    <message>
        <source>What was installed before stays in place until everything is ready.</source>
        <translation>すべての準備が整うまで、現在インストールされているものはそのまま残ります。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>&amp;Do not wait any longer</source>
        <translation>待たずに開始(&amp;D)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>作成中</translation>
    </message>
    <message>
        <source>Model {0} of {1}: {2}</source>
        <translation>モデル {0}/{1}：{2}</translation>
    </message>
    <message>
        <source>Putting files into place…</source>
        <translation>ファイルを配置しています…</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>It begins as soon as the graphics card is idle. {0}.</source>
        <translation>グラフィックスカードが空きしだい開始します。{0}。</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>インストールしています</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>修復しています</translation>
    </message>
    <message>
        <source>Uninstalling</source>
        <translation>アンインストールしています</translation>
    </message>
    <message>
        <source>Downloading {0}: {1} of {2}</source>
        <translation>{0} をダウンロードしています：{1} / {2}</translation>
    </message>
    <message>
        <source>Built in {0}, {1}</source>
        <translation>作成済み ({0}、{1})</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>既存のものを使用</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>異常終了</translation>
    </message>
    <message>
        <source>{0} elapsed</source>
        <translation>経過時間 {0}</translation>
    </message>
    <message>
        <source>the library is still at work; this step can take several minutes</source>
        <translation>ライブラリが処理を続けています (この手順には数分かかることがあります)</translation>
    </message>
    <message>
        <source>still at work</source>
        <translation>まだ処理中です</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Driver</source>
        <translation>ドライバー</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>エンジンライブラリ</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU メモリ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>書き込みアクセス</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>ほかの処理</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>処理はキャンセルされました。何も変更されていません。</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>エンジンが 1 つも完成しないうちに制限時間に達しました。何も変更されていません。</translation>
    </message>
    <message>
        <source>Run the command again with a larger --timeout.</source>
        <translation>--timeout の値を大きくして、もう一度実行してください。</translation>
    </message>
    <message>
        <source>The time limit was reached: {0} installed, {1} not built yet.</source>
        <translation>制限時間に達しました。{0}をインストールしましたが、{1} 個はまだ作成されていません。</translation>
    </message>
    <message>
        <source>Run the command again to continue; nothing is built twice.</source>
        <translation>続けるには [再試行] を選択してください。作成済みのものは作成し直されません。</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>すべて最新の状態です。何も変更されていません。</translation>
    </message>
    <message>
        <source>{0} installed in {1}.</source>
        <translation>{0}を {1} にインストールしました。</translation>
    </message>
    <message>
        <source>{0} engines</source>
        <translation>エンジン {0} 個</translation>
    </message>
    <message>
        <source>1 engine</source>
        <translation>エンジン 1 個</translation>
    </message>
    <message>
        <source>{0} files of the application</source>
        <translation>アプリケーションのファイル {0} 個</translation>
    </message>
    <message>
        <source>1 file of the application</source>
        <translation>アプリケーションのファイル 1 個</translation>
    </message>
    <message>
        <source>{0} engines and {1} files of the application</source>
        <translation>エンジン {0} 個とアプリケーションのファイル {1} 個</translation>
    </message>
    <message>
        <source>{0} engines and 1 file of the application</source>
        <translation>エンジン {0} 個とアプリケーションのファイル 1 個</translation>
    </message>
    <message>
        <source>1 engine and {0} files of the application</source>
        <translation>エンジン 1 個とアプリケーションのファイル {0} 個</translation>
    </message>
    <message>
        <source>1 engine and 1 file of the application</source>
        <translation>エンジン 1 個とアプリケーションのファイル 1 個</translation>
    </message>
    <message>
        <source>No engine had to be built; {0} is current.</source>
        <translation>作成が必要なエンジンはありませんでした。{0} は最新です。</translation>
    </message>
    <message>
        <source>{0} timings measured here in {1} s; {2} of {3} models took every timing from the cache.</source>
        <translation>{0} 件のタイミングをこのコンピューターで {1} 秒かけて測定しました。{2} 個のモデル (全 {3} 個) は、すべてのタイミングをキャッシュから取得しました。</translation>
    </message>
    <message>
        <source>1 timing measured here in {0} s; {1} of {2} models took every timing from the cache.</source>
        <translation>1 件のタイミングをこのコンピューターで {0} 秒かけて測定しました。{1} 個のモデル (全 {2} 個) は、すべてのタイミングをキャッシュから取得しました。</translation>
    </message>
    <message>
        <source>{0} timings measured here in {1} s; {2} of 1 model took every timing from the cache.</source>
        <translation>{0} 件のタイミングをこのコンピューターで {1} 秒かけて測定しました。{2} 個のモデル (全 1 個) は、すべてのタイミングをキャッシュから取得しました。</translation>
    </message>
    <message>
        <source>1 timing measured here in {0} s; {1} of 1 model took every timing from the cache.</source>
        <translation>1 件のタイミングをこのコンピューターで {0} 秒かけて測定しました。{1} 個のモデル (全 1 個) は、すべてのタイミングをキャッシュから取得しました。</translation>
    </message>
    <message>
        <source>No timing was measured here; {0} of {1} models took every timing from the cache.</source>
        <translation>このコンピューターではタイミングを測定しませんでした。{0} 個のモデル (全 {1} 個) は、すべてのタイミングをキャッシュから取得しました。</translation>
    </message>
    <message>
        <source>No timing was measured here; {0} of 1 model took every timing from the cache.</source>
        <translation>このコンピューターではタイミングを測定しませんでした。{0} 個のモデル (全 1 個) は、すべてのタイミングをキャッシュから取得しました。</translation>
    </message>
    <message>
        <source>{0} of {1} models could not be built:</source>
        <translation>{1} 個のモデルのうち {0} 個のエンジンを作成できませんでした：</translation>
    </message>
    <message>
        <source>{0} of {1} engines could not be built:</source>
        <translation>{1} 個のエンジンのうち {0} 個を作成できませんでした：</translation>
    </message>
    <message>
        <source>The builder of the model {0} crashed: {1}.</source>
        <translation>モデル {0} のエンジン作成プログラムが異常終了しました：{1}。</translation>
    </message>
    <message>
        <source>The builder of the model {0} crashed: {1}. The system may have run out of memory.</source>
        <translation>モデル {0} のエンジン作成プログラムが異常終了しました：{1}。システムのメモリが不足した可能性があります。</translation>
    </message>
    <message>
        <source>The builder of the model {0} could not be started: {1}</source>
        <translation>モデル {0} のエンジン作成プログラムを開始できませんでした：{1}</translation>
    </message>
    <message>
        <source>The log has its last words: {0}</source>
        <translation>終了直前の出力はログで確認できます：{0}</translation>
    </message>
    <message>
        <source>Close other programs and run the command again; if it crashes again, report it.</source>
        <translation>ほかのプログラムを終了し、[再試行] を選択してください。それでも異常終了する場合は、提供元にお知らせください。</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory (then --jobs 1 helps), or the installation is damaged.</source>
        <translation>ウイルス対策ソフトにブロックされたか、システムのファイル数やメモリが不足しているか (--jobs 1 で改善することがあります)、インストールが破損している可能性があります。</translation>
    </message>
    <message>
        <source>Please report it with the log file.</source>
        <translation>ログファイルを添えて提供元にお知らせください。</translation>
    </message>
    <message>
        <source>engine-installer met an error of its own: {0}: {1}</source>
        <translation>engine-installer の内部エラーが発生しました：{0}：{1}</translation>
    </message>
    <message>
        <source>Close other programs that use the GPU, then run the command again.</source>
        <translation>GPU を使用しているほかのプログラムを終了し、[再試行] を選択してください。</translation>
    </message>
    <message>
        <source>{0} has {1} of {2} MiB free, and the model {3} needs at least {4} MiB; it {5}.</source>
        <translation>{0} のメモリは {1} MiB (全 {2} MiB) 空いていますが、モデル {3} には少なくとも {4} MiB 必要です。この GPU {5}。</translation>
    </message>
    <message>
        <source>{0} is in use by {1}</source>
        <translation>{0} は次のプログラムが使用中です：{1}</translation>
    </message>
    <message>
        <source>{0} is in use</source>
        <translation>{0} は使用中です</translation>
    </message>
    <message>
        <source>is in use by {0}</source>
        <translation>は次のプログラムが使用中です：{0}</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>は使用中です</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>は使用されていません</translation>
    </message>
    <message>
        <source>{0} is idle</source>
        <translation>{0} は使用されていません</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>は使用中かどうかわかりません</translation>
    </message>
    <message>
        <source>{0} may be in use or not</source>
        <translation>{0} は使用中かどうかわかりません</translation>
    </message>
    <message>
        <source>{0} ({1} % used)</source>
        <translation>{0} (使用率 {1}%)</translation>
    </message>
    <message>
        <source>{0} (process {1}, {2} MiB)</source>
        <translation>{0} (プロセス {1}、{2} MiB)</translation>
    </message>
    <message>
        <source>{0} (process {1})</source>
        <translation>{0} (プロセス {1})</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>ほかのユーザーのプログラム</translation>
    </message>
    <message>
        <source>Close those programs and run the command again, or let it wait or build anyway with --if-busy.</source>
        <translation>それらのプログラムを終了して [再試行] を選択するか、空くまで待つか、待たずに開始するかを選択してください。</translation>
    </message>
    <message>
        <source>{0} things stand in the way:</source>
        <translation>{0} 件の問題があります：</translation>
    </message>
    <message>
        <source>NVIDIA driver {0}</source>
        <translation>NVIDIA ドライバー {0}</translation>
    </message>
    <message>
        <source>NVIDIA driver {0} (CUDA {1})</source>
        <translation>NVIDIA ドライバー {0} (CUDA {1})</translation>
    </message>
    <message>
        <source>{0}, and what is to be built does not need one</source>
        <translation>{0}が、今回の作成には必要ありません</translation>
    </message>
    <message>
        <source>the GPU has changed from {0} to {1}</source>
        <translation>GPU が {0} から {1} に変わりました</translation>
    </message>
    <message>
        <source>the driver has changed from {0} to {1}</source>
        <translation>ドライバーが {0} から {1} に変わりました</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>モデルが変更されました</translation>
    </message>
    <message>
        <source>the settings have changed: {0}</source>
        <translation>設定が変更されました：{0}</translation>
    </message>
    <message>
        <source>the file {0} is missing</source>
        <translation>ファイル {0} が見つかりません</translation>
    </message>
    <message>
        <source>the file {0} is damaged</source>
        <translation>ファイル {0} が破損しています</translation>
    </message>
    <message>
        <source>there is no supported GPU in this machine now</source>
        <translation>現在、このコンピューターには対応する GPU がありません</translation>
    </message>
    <message>
        <source>built with {0}, but {1} is to be used</source>
        <translation>{0} で作成されていますが、使用するのは {1} です</translation>
    </message>
    <message>
        <source>built for {0}, but {1} is needed</source>
        <translation>{0} 用に作成されていますが、必要なのは {1} 用です</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>エンジンはまだ作成されていません</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} が見つかりません</translation>
    </message>
    <message>
        <source>{0} was changed since it was installed</source>
        <translation>{0} はインストール後に変更されています</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>アプリケーションパッケージで指定</translation>
    </message>
    <message>
        <source>the command line asks for engines that do not depend on it</source>
        <translation>コマンドラインで GPU に依存しないエンジンを指定</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>このモデルは含まれていません</translation>
    </message>
    <message>
        <source>{0} supports {1}</source>
        <translation>{0} の対応 GPU：{1}</translation>
    </message>
    <message>
        <source>Engines for other computers can be built with --portable.</source>
        <translation>--portable を指定すると、ほかのコンピューター用のエンジンを作成できます。</translation>
    </message>
    <message>
        <source>{0} of 1 model could not be built:</source>
        <translation>1 個のモデルのうち {0} 個のエンジンを作成できませんでした：</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>ファイル {0} 個</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>ファイル 1 個</translation>
    </message>
    <message>
        <source>{0} is not installed</source>
        <translation>{0} がインストールされていません</translation>
    </message>
    <message>
        <source>{0} cannot be asked: {1}</source>
        <translation>{0} の状態を取得できません：{1}</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>compute capability {0}</source>
        <translation>Compute Capability {0}</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>Compute Capability 7.5 (Turing) 以降</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and alike)</source>
        <translation>Compute Capability 7.5、8.0、8.6、8.9、または 12.0 以降 (GeForce RTX 20～50 シリーズなど)</translation>
    </message>
    <message>
        <source>{0} needs a GPU of {1}</source>
        <translation>{0} には {1} の GPU が必要です</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>エンジンライブラリがインストールされていません (TensorRT-RTX も TensorRT もありません)。</translation>
    </message>
    <message>
        <source>The GPU {0} cannot be used: {1}.</source>
        <translation>GPU {0} は使用できません：{1}。</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>対応する GPU とそのドライバーをインストールしてください</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>対応する GPU がありません</translation>
    </message>
    <message>
        <source>{0} % used</source>
        <translation>使用率 {0}%</translation>
    </message>
    <message>
        <source>{0} % used by others</source>
        <translation>ほかのプログラムの使用率 {0}%</translation>
    </message>
    <message>
        <source>slowed down by {0}</source>
        <translation>{0}により速度低下中</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>発熱</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>ハードウェアの保護機能</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>電力制限</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>コンピューターはバッテリー駆動中</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>ドライバーから使用率を取得できません</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>ドライバーが応答しなくなりました</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>システムのメモリが不足した可能性があります。</translation>
    </message>
    <message>
        <source>{0}, but timed while the GPU was in use</source>
        <translation>{0}、ただし GPU の使用中に測定</translation>
    </message>
    <message>
        <source>{0}, but timed while the GPU was in use by {1}</source>
        <translation>{0}、ただし {1} による GPU の使用中に測定</translation>
    </message>
    <message>
        <source>But {0} of the application are missing: {1}.</source>
        <translation>ただし、アプリケーションの{0}が見つかりません：{1}。</translation>
    </message>
    <message>
        <source>But 1 file of the application is missing: {0}.</source>
        <translation>ただし、アプリケーションのファイル 1 個が見つかりません：{0}。</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one with --target.</source>
        <translation>管理者だけが変更できるフォルダーにするか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>{0} was interrupted; what it had begun is completed first.</source>
        <translation>中断された処理 ({0}) があります。先にその処理を完了します。</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>最適化レベル 0 ではタイミングキャッシュが使用されません (レベル 1 と 2 も高速で、タイミングキャッシュが使用されます)</translation>
    </message>
    <message>
        <source>A removal</source>
        <translation>アンインストール</translation>
    </message>
    <message>
        <source>An installation</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>エンジンを書き込んでいます</translation>
    </message>
    <message>
        <source>{0} is not the wheel that app.toml names: its SHA-256 is {1}, not {2}.</source>
        <translation>{0} は app.toml に記載された wheel ではありません。SHA-256 は {2} ではなく {1} です。</translation>
    </message>
    <message>
        <source>Get the file anew from where it is published.</source>
        <translation>公開元からファイルを再取得してください。</translation>
    </message>
    <message>
        <source>The wheel {0} is not unpacked: {1}.</source>
        <translation>wheel {0} を展開できません：{1}。</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {0} of {1}.</source>
        <translation>app.toml に {1} の {0} 用の wheel がありません。</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>アプリケーションの提供元が指定する必要があります。このコンピューターは古すぎるか、種類が異なる可能性があります。</translation>
    </message>
    <message>
        <source>{0} could not be downloaded: {1}.</source>
        <translation>{0} をダウンロードできませんでした：{1}。</translation>
    </message>
    <message>
        <source>Check the connection to the network, and the system&apos;s proxy. Or get the file in another way and give its folder with --wheels.</source>
        <translation>ネットワーク接続とシステムのプロキシを確認してください。または別の方法でファイルを入手し、そのフォルダーを --wheels で指定してください。</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {0}: {1}.</source>
        <translation>エンジンライブラリはこのプログラムに含まれておらず、その wheel は {0} にありません：{1}。</translation>
    </message>
    <message>
        <source>Put these files into a folder and give it with --wheels.</source>
        <translation>これらのファイルをフォルダーに置き、--wheels で指定してください。</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>このプログラムのコピーにはインストールパッケージが付属していません。</translation>
    </message>
    <message>
        <source>Get the installer anew.</source>
        <translation>インストーラーを再取得してください。</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>TensorRT-RTX も TensorRT もインストールされていません</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>このコンピューターには NVIDIA GPU がありますが、NVIDIA ドライバーがインストールされていません</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>NVIDIA ドライバーがインストールされていません</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>nvidia.com またはシステムのパッケージから GPU のドライバーをインストールし、再起動してください。</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>NVIDIA GPU も見つかりませんでした。エンジンの実行には NVIDIA GPU が必要です。</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>NVIDIA ドライバーはインストールされていますが、動作していません</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>コンピューターを再起動してください。解決しない場合は、ドライバーをもう一度インストールしてください (Linux では、署名のないカーネルモジュールがセキュアブートによって拒否された可能性があります)。</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>NVIDIA ドライバーは更新されましたが、以前のドライバーがまだ動作しています</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>コンピューターを再起動してください。</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>このユーザーには NVIDIA ドライバーを使用する権限がありません</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>権限のあるユーザー (Linux では /dev/nvidia* を読み書きできるユーザー) として実行してください。</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>NVIDIA ドライバーが GPU を検出できません</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>カードが正しく装着され、電源が供給されていること、ファームウェアの設定で無効になっていないことを確認してください。</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>NVIDIA GPU はありますが、このセッションからは利用できません</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>コンテナーでは GPU を渡してください (docker run --gpus all)。それ以外の環境では、GPU を使用できるユーザーとして実行してください。</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {0} seconds</source>
        <translation>NVIDIA ドライバーが {0} 秒以内に応答しませんでした</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>コンピューターを再起動してください。nvidia-smi も応答しない場合は、ドライバーをもう一度インストールしてください。</translation>
    </message>
    <message>
        <source>{0} has stopped answering</source>
        <translation>{0} が応答しなくなりました</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>コンピューターを再起動してください。再発する場合は、カードの電源と冷却を確認してください。</translation>
    </message>
    <message>
        <source>NVML cannot be read: {0}</source>
        <translation>NVML を読み取れません：{0}</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>nvidia-smi を実行して、ドライバーの状態を確認してください。多くの場合、ドライバーをもう一度インストールすると解決します。</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {0}</source>
        <translation>このコンピューターではこれらのエンジンを実行できません：{0}</translation>
    </message>
    <message>
        <source>The model {0} needs a supported NVIDIA GPU, but {1}.</source>
        <translation>モデル {0} には対応する NVIDIA GPU が必要です：{1}。</translation>
    </message>
    <message>
        <source>{0} That may be because {1}.</source>
        <translation>{0} 考えられる原因：{1}。</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {0}</source>
        <translation>対応する唯一の GPU (Compute Capability {0})</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({0} cores at up to {1} MHz; {2} has {3} at up to {4} MHz)</source>
        <translation>対応する最速の GPU (コア {0} 個、最大 {1} MHz。{2} はコア {3} 個、最大 {4} MHz)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {0}; {1} has {2})</source>
        <translation>対応する最新の GPU (Compute Capability {0}。{1} は {2})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({0} MiB; {1} has {2} MiB)</source>
        <translation>対応する GPU のうちメモリが最大 ({0} MiB。{1} は {2} MiB)</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {0}</source>
        <translation>同等の GPU のうち先頭 (PCI バス {0})</translation>
    </message>
    <message>
        <source>the command line asks for it</source>
        <translation>コマンドラインで指定</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for; compute capability {0}</source>
        <translation>すべての種類の GPU を指定、Compute Capability {0}</translation>
    </message>
    <message>
        <source>{0} does not support {1} (compute capability {2}); it supports {3}</source>
        <translation>{0} は {1} (Compute Capability {2}) に対応していません (対応 GPU：{3})</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver.</source>
        <translation>対応する GPU とそのドライバーをインストールしてください。</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver, or build engines for other computers with --portable.</source>
        <translation>対応する GPU とそのドライバーをインストールするか、--portable を指定してほかのコンピューター用のエンジンを作成してください。</translation>
    </message>
    <message>
        <source>the app package is made for GPUs of compute capability {0}, but {1} has {2}</source>
        <translation>アプリケーションパッケージは Compute Capability {0} の GPU 用ですが、{1} は {2} です</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>この GPU に対応するパッケージについて、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>{0} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{0} は MIG インスタンスに分割されていますが、エンジンは分割されていない GPU 用にしか作成できません</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {0}, and {1} needs CUDA {2}</source>
        <translation>NVIDIA ドライバーが古すぎます (CUDA {0} まで対応、{1} には CUDA {2} が必要)</translation>
    </message>
    <message>
        <source>Install driver {0} or newer from nvidia.com.</source>
        <translation>nvidia.com からバージョン {0} 以降のドライバーをインストールしてください。</translation>
    </message>
    <message>
        <source>{0} has {1} MiB of memory, and at least {2} MiB are needed</source>
        <translation>{0} のメモリは {1} MiB ですが、少なくとも {2} MiB 必要です</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>メモリのより大きい GPU を使用するか、より小さいモデルについてアプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>{0}, compute capability {1}, {2} MiB: supported by {3}</source>
        <translation>{0}、Compute Capability {1}、{2} MiB：{3} が対応しています</translation>
    </message>
    <message>
        <source>{0} has {1} of {2} MiB free</source>
        <translation>{0}：空き {1} MiB (全 {2} MiB)</translation>
    </message>
    <message>
        <source>{0} has {1} of {2} MiB free; {3} needs at least {4} MiB</source>
        <translation>{0}：空き {1} MiB (全 {2} MiB)、{3} には少なくとも {4} MiB 必要です</translation>
    </message>
    <message>
        <source>{0} of {1} MiB free</source>
        <translation>空き {0} MiB (全 {1} MiB)</translation>
    </message>
    <message>
        <source>{0} of {1} MiB free; building {2} may need {3} MiB</source>
        <translation>空き {0} MiB (全 {1} MiB)、{2} の作成には {3} MiB 必要になることがあります</translation>
    </message>
    <message>
        <source>This computer has too little memory: {0}.</source>
        <translation>このコンピューターのメモリが不足しています：{0}。</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>スワップ領域またはページファイルを大きくするか、メモリのより多いコンピューターで作成してください。</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>作成に失敗する場合は、ほかのプログラムを終了してください。</translation>
    </message>
    <message>
        <source>the free room of the volume of {0} is unknown</source>
        <translation>{0} のあるボリュームの空き領域を確認できません</translation>
    </message>
    <message>
        <source>{0} MiB free for {1}</source>
        <translation>空き {0} MiB ({1})</translation>
    </message>
    <message>
        <source>There is not enough room on the volume of {0}: {1} MiB are free, and the engines need about {2} MiB.</source>
        <translation>{0} のあるボリュームの空き領域が不足しています。空き領域は {1} MiB ですが、エンジンには約 {2} MiB 必要です。</translation>
    </message>
    <message>
        <source>There is not enough room on the volume of {0}: {1} MiB are free, and the installation needs about {2} MiB.</source>
        <translation>{0} のあるボリュームの空き領域が不足しています。空き領域は {1} MiB ですが、インストールには約 {2} MiB 必要です。</translation>
    </message>
    <message>
        <source>Free some space, or choose another place with --target.</source>
        <translation>空き領域を増やすか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>{0} can be written to</source>
        <translation>{0} に書き込めます</translation>
    </message>
    <message>
        <source>no other run works on this target</source>
        <translation>このフォルダーで実行中のほかの処理はありません</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {0}.</source>
        <translation>別の engine-installer が {0} を処理中です。</translation>
    </message>
    <message>
        <source>Wait until it has finished, then run the command again; --wait does that for you.</source>
        <translation>終了するまで待ってから、[再試行] を選択してください。</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {0}; waiting until it has finished.</source>
        <translation>別の engine-installer が {0} を処理中です。終了するまで待っています。</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: the disk is full.</source>
        <translation>{1} {0}：ディスクの空き領域がありません。</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: access denied.</source>
        <translation>{1} {0}：アクセスが拒否されました。</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: another program is using it.</source>
        <translation>{1} {0}：ほかのプログラムが使用しています。</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: out of memory.</source>
        <translation>{1} {0}：メモリが不足しています。</translation>
    </message>
    <message>
        <source>Cannot {0} {1}: {2}.</source>
        <translation>{1} {0}：{2}。</translation>
    </message>
    <message>
        <source>read</source>
        <translation>を読み取れません</translation>
    </message>
    <message>
        <source>write</source>
        <translation>に書き込めません</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>に書き込めません</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>にエンジンを書き込めません</translation>
    </message>
    <message>
        <source>create</source>
        <translation>を作成できません</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>というフォルダーを作成できません</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>を置き換えられません</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>を削除できません</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>の内容をディスクに書き込めません</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>を退避できません</translation>
    </message>
    <message>
        <source>register</source>
        <translation>を登録できません</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>の登録を解除できません</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>の登録情報を確認できません</translation>
    </message>
    <message>
        <source>start</source>
        <translation>を起動できません</translation>
    </message>
    <message>
        <source>Free some space on that disk or choose another folder, then run the command again.</source>
        <translation>そのディスクの空き領域を増やしてからもう一度実行するか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to with --target, or run as a user who may write there.</source>
        <translation>書き込み可能なフォルダーを選択するか、書き込み権限のあるユーザーとして実行してください。</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>読み取り権限のあるユーザーとして実行してください。</translation>
    </message>
    <message>
        <source>Close the application that uses the engines, then run the command again.</source>
        <translation>エンジンを使用しているアプリケーションを終了し、[再試行] を選択してください。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>ほかのプログラムを終了してください。</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one with --target.</source>
        <translation>ディスクを確認するか、別のディスクのフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Give another path.</source>
        <translation>別のパスを指定してください。</translation>
    </message>
    <message>
        <source>{0} is installed</source>
        <translation>{0} がインストールされています</translation>
    </message>
    <message>
        <source>{0} {1} is installed</source>
        <translation>{0} {1} がインストールされています</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>アプリケーションに付属していません</translation>
    </message>
    <message>
        <source>made on an {0}, as in this computer</source>
        <translation>このコンピューターと同じ {0} で作成されたもの</translation>
    </message>
    <message>
        <source>made on an {0} with the same compute capability {1}; the catalogue has none of {2} itself for this build</source>
        <translation>Compute Capability が同じ ({1}) {0} で作成されたもの ({2} 用のものは付属していません)</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {0}</source>
        <translation>付属のものは使用できません：{0}</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {0}, and {1} is installed</source>
        <translation>キャッシュは TensorRT {0} 用ですが、{1} がインストールされています</translation>
    </message>
    <message>
        <source>the caches are for CUDA {0}, and the library is for CUDA {1}</source>
        <translation>キャッシュは CUDA {0} 用ですが、ライブラリは CUDA {1} 用です</translation>
    </message>
    <message>
        <source>the caches were made on {0}, and this is {1}</source>
        <translation>キャッシュは {0} で作成されましたが、このシステムは {1} です</translation>
    </message>
    <message>
        <source>the caches are for compute capability {0}, and {1} has {2}</source>
        <translation>キャッシュは Compute Capability {0} 用ですが、{1} は {2} です</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {0}</source>
        <translation>キャッシュは別の設定で作成されています：{0}</translation>
    </message>
    <message>
        <source>{0}; the app package says no_gpu = &apos;portable&apos;</source>
        <translation>{0} (アプリケーションパッケージの設定：no_gpu = &apos;portable&apos;)</translation>
    </message>
    <message>
        <source>{0} has changed from {1} to {2}.</source>
        <translation>{0} が {1} から {2} に変わりました。</translation>
    </message>
    <message>
        <source>There is no app package: {0} does not exist.</source>
        <translation>アプリケーションパッケージがありません：{0} は存在しません。</translation>
    </message>
    <message>
        <source>There is no app package: {0} is not a folder.</source>
        <translation>アプリケーションパッケージがありません：{0} はフォルダーではありません。</translation>
    </message>
    <message>
        <source>There is no app package: {0} holds no {1}.</source>
        <translation>アプリケーションパッケージがありません：{0} に {1} がありません。</translation>
    </message>
    <message>
        <source>Give the folder that holds {0} with --package.</source>
        <translation>{0} のあるフォルダーを --package で指定してください。</translation>
    </message>
    <message>
        <source>The app package is not valid: one fault in {0}.</source>
        <translation>アプリケーションパッケージが正しくありません：{0} に 1 件の誤りがあります。</translation>
    </message>
    <message>
        <source>The app package is not valid: {0} faults in {1}.</source>
        <translation>アプリケーションパッケージが正しくありません：{0} 件の誤りが {1} にあります。</translation>
    </message>
    <message>
        <source>Mend what is listed; the app package was made by the application&apos;s vendor.</source>
        <translation>アプリケーションの提供元に、上記の誤りの修正を依頼してください。</translation>
    </message>
    <message>
        <source>{0} is the folder that the application&apos;s files come from.</source>
        <translation>{0} は、アプリケーションのファイルのコピー元フォルダーです。</translation>
    </message>
    <message>
        <source>Choose another folder with --target.</source>
        <translation>別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>{0} ({1}) is installed in {2}; {3} ({4}) needs a folder of its own.</source>
        <translation>{0} ({1}) が {2} にインストールされています。{3} ({4}) には専用のフォルダーが必要です。</translation>
    </message>
    <message>
        <source>Choose another folder with --target, or uninstall the other application first.</source>
        <translation>別のフォルダーを選択するか、先にもう一方のアプリケーションをアンインストールしてください。</translation>
    </message>
    <message>
        <source>There is nothing to repair: {0} does not exist.</source>
        <translation>修復するものがありません：{0} は存在しません。</translation>
    </message>
    <message>
        <source>Run &apos;engine-installer install&apos; instead.</source>
        <translation>修復ではなく、インストールを実行してください。</translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {0}.</source>
        <translation>削除するものがありません：{0} には engine-installer によってインストールされたものはありません。</translation>
    </message>
    <message>
        <source>Give the application&apos;s folder with --target.</source>
        <translation>アプリケーションのフォルダーを --target で指定してください。</translation>
    </message>
    <message>
        <source>Removed {0} from {1}.</source>
        <translation>{0} を {1} から削除しました。</translation>
    </message>
    <message>
        <source>The removal from {0} that was interrupted is complete.</source>
        <translation>中断されていた {0} からの削除が完了しました。</translation>
    </message>
    <message>
        <source>The app package of {0} is no longer at {1}.</source>
        <translation>{0} のアプリケーションパッケージは {1} にはもうありません。</translation>
    </message>
    <message>
        <source>Give the folder of the app package with --package.</source>
        <translation>アプリケーションパッケージのフォルダーを --package で指定してください。</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer, or give the folder of its complete app package with --package.</source>
        <translation>アプリケーションのインストーラーを実行するか、完全なアプリケーションパッケージのフォルダーを --package で指定してください。</translation>
    </message>
    <message>
        <source>These files are in use: {0}.</source>
        <translation>次のファイルが使用中です：{0}。</translation>
    </message>
    <message>
        <source>Close the application, then run the command again.</source>
        <translation>アプリケーションを終了し、[再試行] を選択してください。</translation>
    </message>
    <message>
        <source>{0} was changed while it was being installed.</source>
        <translation>{0} はインストール中に変更されました。</translation>
    </message>
    <message>
        <source>Run the command again.</source>
        <translation>[再試行] を選択してください。</translation>
    </message>
    <message>
        <source>Run the same command again: it completes what this run had begun.</source>
        <translation>[再試行] を選択してください。途中までの処理が完了します。</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {0}</source>
        <translation>オペレーティングシステムのアプリケーション一覧は変更されませんでした：{0}</translation>
    </message>
    <message>
        <source>Nothing is written to {0} with administrator rights: {1}.</source>
        <translation>管理者権限では {0} に書き込みません：{1}。</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change with --target, or run this without administrator rights.</source>
        <translation>管理者だけが変更できるフォルダーを選択するか、管理者権限なしで実行してください。</translation>
    </message>
    <message>
        <source>{0} is in the way: it is no file, but one of this name is to be installed.</source>
        <translation>{0} があるためインストールできません。この名前のファイルをインストールしますが、これはファイルではありません。</translation>
    </message>
    <message>
        <source>Move it away, or choose another target.</source>
        <translation>別の場所に移動するか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>すべてのユーザー用のインストールには管理者権限が必要です。</translation>
    </message>
    <message>
        <source>Run this as administrator or with sudo, or use --current-user.</source>
        <translation>管理者として (または sudo で) 実行するか、--current-user を指定してください。</translation>
    </message>
    <message>
        <source>The engine {0} did not pass verification: {1}.</source>
        <translation>エンジン {0} は検証に合格しませんでした：{1}。</translation>
    </message>
    <message>
        <source>Run the command again; if it happens again, check the disk and report it with the log file.</source>
        <translation>[再試行] を選択してください。再発する場合は、ディスクを確認し、ログファイルを添えて提供元にお知らせください。</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {0}.</source>
        <translation>アプリケーションに付属のタイミングキャッシュを使用しません：{0}。</translation>
    </message>
    <message>
        <source>No timing cache is used: {0}.</source>
        <translation>タイミングキャッシュを使用しません：{0}。</translation>
    </message>
    <message>
        <source>{0} is not as engine-installer installed it; it is kept as {1}.</source>
        <translation>{0} は engine-installer がインストールした状態と異なるため、{1} として残します。</translation>
    </message>
    <message>
        <source>{0} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{0} は以前のバージョンのものですが、その後変更されているため残します。</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>エンジンライブラリを読み込み中</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>モデルを読み取り中</translation>
    </message>
    <message>
        <source>Loading the engine on {0}</source>
        <translation>{0} にエンジンを読み込み中</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
</context>
</TS>
