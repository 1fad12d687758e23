<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>このままインストール</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>最適化</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>アンインストール</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation>もう一度最適化…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>今すぐ改善</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>別のフォルダーを選択…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>このまま続行</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>後で</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>後で改善</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>オプション…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>システムチェック</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>ライセンス条項</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再チェック</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>ドライバーを入手</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>Web サイトを開く</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>詳細を表示</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>詳細を非表示</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>レポートをコピー</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>ログフォルダーを開く</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>以前のグラフィックカード：{0}。現在：{1}。</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>機能の変更</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>この PC で使用する機能を選択してください。</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>追加または削除する機能を選択してください</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>デスクトップにショートカットを追加</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>セットアップできませんでした</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>アプリケーション</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>今すぐ {0} を起動</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>{0} セットアップ</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>セットアップ</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation>ライセンス条項</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>{0} のライセンス条項</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>アプリケーション</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation>すべてのファイルを確認し、必要に応じて AI 機能を再度最適化します</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>機能を追加または削除します</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>アンインストール</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>アプリケーションをこの PC から削除します。ご自身のファイルは残ります</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>何をしますか？</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>最高速度</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>クイック</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>最適化</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>AI 機能を準備する</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>別のコンピューターで使用する場合</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>AI 機能</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>自分のみ</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>この PC のすべてのユーザー</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>インストールの対象</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>短時間で完了（AI 機能が少し遅くなる場合あり）</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>最速、推奨</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>メモリ {0}</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>時間が長くかかります</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>フォルダーの完全なパスを入力してください（例：{0}）。</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>必要な容量 {0}</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>必要な容量 {0}、空き {1}（{2}）</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>通常は推奨設定のままで問題ありません。</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>アプリケーション</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>{0} のアンインストールを中止しますか？</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>アンインストールを続ける</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>この PC はまだ何も変更されていません。</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>{0} の変更を中止しますか？</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>{0} の修復を中止しますか？</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>修復を続ける</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} はこのまま変更されません。後で修復する場合、最適化は最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>現在のバージョンはそのまま残ります。後で更新する場合、最適化は最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>{0} の更新を中止しますか？</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>更新を続ける</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>この PC はまだ何も変更されていません。後でインストールする場合、最適化は最初からやり直しになります。</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>{0} のインストールを中止しますか？</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>インストールを続ける</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>使用率 {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>グラフィックカードは使用中です：{0}</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>最適化中にほかのプログラムがグラフィックカードを使用していなければ、AI 機能は最も高速になります。使用中のプログラム（{0}）を終了するか、そのままお待ちください。自動的に続行します。</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>終了待ち：{0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>ダウンロード中… {0} / {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>ダウンロード中…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>コピー中…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>最適化中…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>セットアップできませんでした</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>このウィンドウは最小化できます。準備ができたらお知らせします。</translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation>{0} をインストール中</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>インストール中</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>{0} を変更中</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>変更中</translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation>{0} を修復中</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>修復中</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>{0} をアンインストール中</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>アンインストール中</translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation>{0} を更新中</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>更新中</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>グラフィックカードが空くのを待っています</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>仕上げています</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>新しいバージョンの準備ができるまで、現在のバージョンを引き続き使用できます。</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>仕上げの処理中のため、もう中止できません</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>中止しています</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>ログファイルも削除する</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>{0} をアンインストールしますか？</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>アプリケーションをアンインストールしますか？</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>アプリケーションとその AI 機能がこの PC から削除されます。</translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation>空き {0}</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>不足 {0}</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>グラフィックカードの使用率、現在 {percent} パーセント</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>必要：{0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>PC を確認しています…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>PC を確認できませんでした。</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>システムチェック</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>PC を確認しています</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation>セットアップ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>ライセンス条項に同意します</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>内容を読む</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>PC を確認しています…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>グラフィックカードが使用中のため（{0}）、時間が長くかかることがあります。</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>{0} に更新</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>{0} のインストール</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>PC を確認しています</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>先にライセンス条項に同意してください</translation>
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
        <source>{0}%</source>
        <translation>{0}%</translation>
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
        <translation>ほかのセットアップ</translation>
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
        <source>Everything is current; nothing was changed.</source>
        <translation>すべて最新の状態です。何も変更されていません。</translation>
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
        <source>may be in use or not</source>
        <translation>は使用中かどうかわかりません</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>ほかのユーザーのプログラム</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>モデルが変更されました</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>エンジンはまだ作成されていません</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>アプリケーションパッケージで指定</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>このモデルは含まれていません</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>Compute Capability 7.5（Turing）以降</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>エンジンライブラリがインストールされていません（TensorRT-RTX も TensorRT もありません）。</translation>
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
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>最適化レベル 0 ではタイミングキャッシュが使用されません（レベル 1 と 2 も高速で、タイミングキャッシュが使用されます）</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>エンジンを書き込んでいます</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>アプリケーションの提供元が指定する必要があります。このコンピューターは古すぎるか、対応していない可能性があります。</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>このプログラムにはアプリケーションパッケージが付属していません。</translation>
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
        <translation>コンピューターを再起動してください。解決しない場合は、ドライバーをもう一度インストールしてください（Linux では、署名のないカーネルモジュールがセキュアブートによって拒否された可能性があります）。</translation>
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
        <translation>権限のあるユーザー（Linux では /dev/nvidia* を読み書きできるユーザー）として実行してください。</translation>
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
        <translation>コンテナーでは GPU を渡してください（docker run --gpus all）。それ以外の環境では、GPU を使用できるユーザーとして実行してください。</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>コンピューターを再起動してください。nvidia-smi も応答しない場合は、ドライバーをもう一度インストールしてください。</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>コンピューターを再起動してください。再発する場合は、カードの電源と冷却を確認してください。</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>nvidia-smi を実行して、ドライバーの状態を確認してください。多くの場合、ドライバーをもう一度インストールすると解決します。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>この GPU に対応するパッケージについて、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>メモリのより大きい GPU を使用するか、より小さいモデルについてアプリケーションの提供元にお問い合わせください。</translation>
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
        <source>Run as a user who may read it.</source>
        <translation>読み取り権限のあるユーザーとして実行してください。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>ほかのプログラムを終了してください。</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>アプリケーションに付属していません</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>すべてのユーザー用のインストールには管理者権限が必要です。</translation>
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
        <source>There is no app package: {folder} does not exist.</source>
        <translation>アプリケーションパッケージがありません：{folder} は存在しません。</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>アプリケーションパッケージが正しくありません：{file} に {count} 件の誤りがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>アプリケーションパッケージがありません：{folder} はフォルダーではありません。</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>アプリケーションパッケージがありません：{folder} に {file} がありません。</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>{file} のあるフォルダーからインストーラーを起動し直すか、インストーラーをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>アプリケーションの提供元に、修正済みのパッケージを依頼してください。</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>NVIDIA のパッケージインデックスに接続できる環境で、engine-installer を追加機能 &apos;tensorrt&apos; 付きでインストールしてください。</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities：従来の TensorRT のエンジンは、常に作成に使った GPU 用になります</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>インストール方法：pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>Compute Capability 7.5、8.0、8.6、8.9、または 12.0 以降（GeForce RTX 20～50 シリーズなど）</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level（および heuristic）：TensorRT-RTX はタクティクスを選択しないため、効果がありません</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility：TensorRT-RTX では無視されます。compute_capabilities で GPU を指定してください</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible：必要な軽量ランタイムが TensorRT-RTX に含まれていません</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}：TensorRT-RTX の対応は {known} です（このキーを省略すると、新しい GPU を含む 8.0 以降すべてが対象になります）</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} に誤りがあります</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>このコンピューターで {count:,} 件を {seconds:.1f} 秒で測定</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>すべての測定値をキャッシュから取得</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>測定値 {total:,} 件のうち {hits:,} 件をキャッシュから取得</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>キャッシュには {count:,} 件の測定値がありました</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>このコンピューターでの測定なし</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>保存できませんでした：{reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>測定値 {count:,} 件すべてをキャッシュから取得</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>タイミングキャッシュなし</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>使用不可：{reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>{path} {doing}：{reason}。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>{path} {doing}：ディスクの空き領域がありません。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>{path} {doing}：アクセスが拒否されました。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>{path} {doing}：ほかのプログラムが使用しています。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>{path} {doing}：メモリが不足しています。</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>ディスクを確認するか、別のディスクのフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>パス {path!r} に使用できない文字が含まれています。</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>そのディスクの空き領域を増やしてからもう一度実行するか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>{path} のホームフォルダーが不明です。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>書き込みが許可されているフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>パス {path} は相対パスですが、現在のフォルダーがもう存在しません。</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} は新しいバージョンの engine-installer で書き込まれています（スキーマ {schema}、このバージョンの対応は {known} まで）。</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>入れ子が深すぎます</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>JSON ではありません</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>そのバージョンを使用してください。</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>ファイル全体</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} が正しくありません</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>{limit_mib} MiB を超えています</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}（以前は {old}）</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}。</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>ほかのコンピューター用のエンジンは作成できます。</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>{library} {version} がインストールされています</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>モデル {model!r} のエンジン作成プログラムは {minutes} 分間何もしなかったため、終了されました。</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>以前にも同じように異常終了しているため、原因はこのモデルです。ネットワークが深すぎるなどの理由で、エンジンライブラリが処理に失敗しています。</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>アプリケーションの提供元にお知らせください。再試行しても解決しません。</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>モデル {model!r} のエンジンの作成は {used_mib} MiB を使用したため終了されました。すべての作成処理が合わせて使用できるメモリは {limit_mib} MiB です。</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} のメモリは {free_mib} MiB（全 {total_mib} MiB）空いていますが、モデル {model!r} には少なくとも {needed_mib} MiB 必要です。この GPU {verdict}。</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>モデル {model!r} のエンジン作成プログラムが異常終了しました：{how}。</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>ウイルス対策ソフトにブロックされたか、システムのファイル数やメモリが不足しているか、インストールが破損している可能性があります。</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>メモリの多いコンピューターを使用してください。それでも解決しない場合は、アプリケーションの提供元にお問い合わせください。モデルが破損している可能性があります。</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>モデル {model!r} のエンジン作成プログラムを開始できませんでした：{reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu} {verdict}。そのため、測定し直しても結果は良くなりません。</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model}（{gpu} 用）</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>app.toml に verify = false とあるため、このパッケージのファイルは検証されていません</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>すべてのファイルのハッシュが app.toml の記載と一致しています</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>指定されたもの</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>作成するモデル {count} 個、コア {cores} 個。空きメモリに応じて調整</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>システムメモリの 4 分の 3</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} には {gpus} の GPU が必要です</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error} 考えられる原因：{problem}。</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>モデル {model!r} には対応する NVIDIA GPU が必要です：{reason}。</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>GPU で測定するため、同時に 2 つ作成すると互いに影響します</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>最大のモデルがそれだけ必要とする可能性があります</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} がインストールされていません。</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} はこの設定に対応していません：{setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>ここでは移植可能なエンジンを作成できません：{reasons}。</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>{model!r} のエンジンを作成できるエンジンライブラリがありません：{reasons}。</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} の対応 GPU：{gpus}</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} は指定された内容に対応していません：
{settings}</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>ライブラリの既定値</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} は実行中の GPU 用に作成します</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} は指定できるどの GPU よりも新しいものです</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} では移植可能なエンジンを作成できません</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>コマンドラインで GPU に依存しないエンジンを指定</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} はモデル {model!r} の次の設定に対応していません：
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>これらのエンジンは {gpu} でのみ動作します</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>機能 {feature!r} は選択されていません</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>{library} がインストールされていません</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu はこのコンピューターの GPU 用、--portable と --for は GPU に依存しない作成の指定です。</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} はこのコンピューターの GPU で測定するため、移植可能なエンジンを作成できません。</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>アプリケーションパッケージで指定</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>中断された処理で完成済み</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>どちらかを省いてください。</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>--portable と --for を省くか、--backend tensorrt-rtx を指定してください。</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>指定どおり</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}が、これらのエンジンには必要ありません</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>このコンピューターではこれらのエンジンを実行できません：{reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}、Compute Capability {capability}、{mib} MiB</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>空き {free_mib} MiB（全 {total_mib} MiB）</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>{model!r} の作成には {needed_mib} MiB 必要になることがあります</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>空き領域を増やすか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>{folder} に書き込めます</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>NVIDIA ドライバー {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}：{libraries} が対応しています</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu}：空き {free_mib} MiB（全 {total_mib} MiB）</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} には少なくとも {needed_mib} MiB 必要です</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}。作成処理は {limit_mib} MiB まで使用できます（{reason}）</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>{model!r} の作成には {needed_mib} MiB 必要になることがありますが、作成処理が使用できるメモリは {limit_mib} MiB です。</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>{folder} のあるボリュームの空き領域を確認できません</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>空き {free_mib} MiB（{folder}）</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>{folder} のあるボリュームの空き領域が不足しています。空き領域は {free_mib} MiB ですが、インストールには約 {needed_mib} MiB 必要です。</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>{folder} のあるボリュームの空き領域が不足しています。空き領域は {free_mib} MiB ですが、エンジンには約 {needed_mib} MiB 必要です。</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>NVIDIA ドライバー {version}（CUDA {cuda}）</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>メモリの上限を上げてインストールを実行してください。</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>このフォルダーを使用しているほかのセットアップはありません</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>{count} 件の問題があるため、インストールできません：</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>このコンピューターのメモリが不足しています：{need}。</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>パス {folder} はこのシステムの文字セットで表せません。</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>コンテナーがこの上限を設定しています。コンテナーのメモリを増やしてください。</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>このプログラムを起動したシェルまたはサービスが上限を設定しています。上限を上げてください（ulimit -v）。</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}：{reason}</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>このプログラムが使用できるメモリが少なすぎます：{need}。</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>別の名前のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>{model!r} の作成中に内部エラーが発生しました：{error}</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>付属のものは使用できません：{problem}</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>終了コード {status} で終了しました</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>ヘッダー {expected} バイトのうち {found} バイトしかありません</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>TensorRT エンジンの識別子がありません</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空のファイル</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>TensorRT-RTX ヘッダーの 2 つ目の識別子がありません</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>不明なシリアル化バージョン {version}</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>別のセットアップが {target} を使用しています。</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>{library} のエンジンです</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>{expected} ではなくバージョン {version} で作成されています</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>{expected} ではなく {targets} で動作します</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>エンジン {file!r} は検証に合格しませんでした：{problem}。</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>サイズは {actual} バイトですが、書き込みは {counted} バイト、ヘッダーの記載は {stated} バイトです</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>内容がライブラリの出力と異なります</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}、ただし {programs} による GPU の使用中に測定</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>{library} で作成されていますが、使用するのは {wanted} です</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>設定が変更されました：{changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} が {old} から {new} に変わりました</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>ドライバーが {old} から {new} に変わりましたが、エンジンは引き続き使えます</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}、ただし GPU の使用中に測定</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>Compute Capability {own}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>このグラフィックカードに対応したバージョンについて、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>予期しない問題が発生しました。</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>完了する前に中止されました。</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>セットアップの一部が予期せず終了しました。</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>最終確認に合格しなかった AI 機能があります。</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>セットアップを作成できませんでした。</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>セットアップが制限時間内に完了しませんでした。</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>ほかのプログラムがグラフィックカードを使用しています。</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>ここには何もインストールされていません。</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>このセットアップは不完全か、破損しています。もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>このアプリケーションは別のウィンドウでセットアップ中です。</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>AI 機能に、発行元にしか修正できない問題があります。</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>セットアップのログファイルに書き込めません。</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>このまま続行すると安全でないため、中止されました。</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>この PC では AI 機能をセットアップできません。</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>セットアップの一部をダウンロードできませんでした。インターネット接続を確認してください。</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>この設定ではセットアップを続行できません。</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>その場所に書き込む権限がありません。</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>PC の空きメモリが不足しました。ほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>置き換えが必要なファイルをほかのプログラムが使用しています。そのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>ディスクの空き領域がなくなりました。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>ファイルを読み書きできませんでした。</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>続けるには、もう一度お試しください。</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>このフォルダーは使用できません。</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>ファイルを読み取れませんでした。</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>必要なファイルをほかのプログラムが使用しています。そのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>必要なファイルを読み取る権限がありません。</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>その場所にインストールされているものを変更する権限がありません。</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>使用しているプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>完全なパスを入力してください。</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>{count} 件を超える項目があります</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>インストール済みのバージョンは、このセットアップより新しいものです。</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>読み取り中に大きくなりました</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>パイプです</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>ソケットです</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>デバイスです</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>シンボリックリンクです</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>{feature} に必要なグラフィックメモリの空きが不足しています。グラフィックカードを使用しているほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>AI 機能に必要なグラフィックメモリの空きが不足しています。グラフィックカードを使用しているほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} では {gpu}（Compute Capability {own}）用の {model!r} を作成できません：{reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>モデルは {data_type} を使用しており、Compute Capability {least} 以降が必要です</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>ディスク、グラフィックカード、または自分自身を待っていました。もう一度お試しください。それでも解決しない場合は、提供元にお知らせください。</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>詳細はログで確認できます：{file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>詳細を記録したログがありません。</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>モデル {model!r} のエンジンの作成は {hours} 時間かかり、予想をはるかに超えたため終了されました。</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>ほかのプログラムを終了してから、もう一度お試しください。再び異常終了する場合は、提供元にお知らせください。</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>AI 機能に必要なメモリが、この PC で使用できるメモリを超えています。</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>セットアップの一部が応答しなくなりました。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>アプリケーションの提供元にお問い合わせください。モデルが破損している可能性があります。</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>AI 機能の最適化に予想よりはるかに長い時間がかかりました。</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>セットアップの一部が、前回と同じように予期せず終了しました。</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>グラフィックカードを使用しているほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>ほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>セットアップの一部を開始できませんでした。</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>セットアップの一部が予期せず終了しました。PC のメモリが不足した可能性があります。</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} では Compute Capability {targets} 用の {model!r} を作成できません：{reason:part}。</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>指定に従い、すべてのエンジンを再作成</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>{capabilities} のすべての GPU に対応する 1 つのエンジン</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>TensorRT-RTX は Turing GPU での {operation} に対応していません（最初の該当箇所：{node}）</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>ノード {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>fp32 の行列積</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>fp32 の 3D 畳み込み</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>int8 の畳み込み</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>演算（{reason}）</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>{tensor!r} を計算するノード</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>TensorRT-RTX は Turing GPU での {operation} に対応していません</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>ダウンロードした内容を検証できなかったため、使用されませんでした。</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>ファイルが使用中です。{programs} を終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>{path} {doing}：{programs} が使用しています。</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>提供元は、このバージョンのモデルのエンジンを提供していません</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>セットアップに含まれていません：{mb:.1f} MB をダウンロードします</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>モデル {model!r} は、セットアップにもダウンロードできるものにも含まれていません。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>この PC に対応した AI 機能が提供元で用意されていません。</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>app.toml では {file} は {stated} バイトですが、提供元から届くのは {found} バイトです。</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>コア {cores} 個。空きメモリに応じて調整、ダウンロードは 1 つずつ</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>他の GPU には別のバリアントから作成したエンジンを使用</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>この PC で誤った結果を出した AI 機能があります。</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>{gpu} で結果を確認中</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>プラグイン {plugin!r} が変わっています</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}：{reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>{model!r} 用の内容は、どの方法でセットアップしても {gpu} で誤った結果になります。</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>ダウンロードした状態</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>以前からあるエンジンはそのまま残ります。</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>確認しない</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>結果はまだ確認されていません</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>結果の確認に使うデータが提供元によって変更されました</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>結果は {old} で確認されていますが、現在の GPU は {new} です</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>ドライバーが {old} から {new} に変わったため、結果をもう一度確認します</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>ほかの環境の測定値を使用しない</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>インストールされている状態</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>NVIDIA の最新のドライバーをインストールしてから、もう一度お試しください。それでも解決しない場合は、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>{gpu} で確認</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>結果が返されませんでした</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>最適化レベル {level} を使用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>{library} を使用</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>fp32 の {file} を使用</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>以前からあるものはそのまま残ります。</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>試したときに異常終了しました：{how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>試したときに処理が終わりませんでした</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>通常どおり</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>提供元が正しいと確認している結果と比較します</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>確認しないように指定されています</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>アプリケーションパッケージで、確認しないように指定されています</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>このコンピューターには、これを実行できる GPU がありません</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>この種類のグラフィックカード向けに最適化できない AI 機能があります。</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックカード</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>AI ソフトウェア</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>グラフィックメモリ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>ほかのセットアップ</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}、{memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{total} 中 {free} 空き</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>確認できません</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>インストールされていません</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>動作していません</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>再起動が必要です</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>このユーザーは使用できません</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>NVIDIA グラフィックカードなし</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} 以降</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>含まれていません</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX {series} シリーズ以降</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>応答しません</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>インストールされていませんが、ここで作成するものはありません</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>PC のメモリが AI 機能には不足しています。</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>含まれています</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>エンジンライブラリがここになく、作成が必要なものもありませんでした</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>再作成します（{way}）</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>代わりにダウンロードします</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} が誤った結果を出すようになったため、もう一度セットアップします。</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} が誤った結果を出したため、別の方法でセットアップします。</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>代わりにここで作成します</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>再作成します</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>{engine} をダウンロードできなかったため、代わりにここで作成します：{reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>{engine} をここで作成できなかったため、代わりにダウンロードします：{reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>{engine} をこの方法ではセットアップできなかったため、別の方法でセットアップします。</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>ログファイルを添えて提供元にお知らせください。</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>アプリケーションパッケージの指定により、ここで作成します</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>アプリケーションパッケージの指定により、ダウンロードします</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>アプリケーションパッケージではダウンロードが優先されます</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>アプリケーションパッケージではここでの作成が優先されます</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>このほうが短時間で完了します</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>ここでの作成にかかる時間は約 {seconds} 秒です（その前にエンジンライブラリ {mb:.0f} MB をダウンロード）</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>モデル {model!r} のエンジンをダウンロードできません：{reason}。</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}：{mb:.1f} MB、約 {seconds} 秒</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>現在は何もダウンロードできません：{reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>ここでは作成できません：{reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>ここでの作成にかかる時間は約 {seconds} 秒です</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>このコンピューター用のエンジンについて、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>空き {size}</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>ディスクの空き領域が不足しています。</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>書き込めません</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>実行中のものがあります</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>書き込めます</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>実行中のものはありません</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>この名前のフォルダーは、この PC では使用できません。</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>Compute Capability {own} 用のバリアントはありません</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>Compute Capability {own} は {data_type} に対応しています</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>Compute Capability {named} 用です</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>終了コード {status}（理由の出力なし）</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>提供元がテストしたものと異なります</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>提供元のエンジンと比較できません：{reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>このモデルは、エンジンライブラリで作成するたびに内容が同じになるとは限りません</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>このエンジンは固定アドレスで作成されていません（app.toml の reproducible = true）</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>このバージョンのモデルについて、提供元のステートメントに記載がありません</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>{library} のエンジンについて、提供元のステートメントに記載がありません</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>提供元は別の設定でこのモデルをテストしました</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>{library} {version} で作成されていますが、提供元がテストしたのは {versions} です</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>{system} で作成されていますが、提供元がテストしたのは {systems} です</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>{targets} 用のエンジンについて、提供元のステートメントに記載がありません</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>提供元がテストしたエンジンと同一です</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>終了するまで待ってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>もう一度お試しください。再発する場合は、ディスクを確認し、ログファイルを添えて提供元にお知らせください。</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>バリアントが変更されました（作成元：{built_from}、必要：{needed}）</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>GPU は現在 {gpu} です（作成元：{built_from}、この GPU 用：{needed}）</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>バリアント {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>モデル本体のファイル</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>{built_for} 用と記録されていますが、このモデルは {refused} 用には作成できません</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>{built_for} 用に作成されていますが、必要なのは {needed} 用です</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>このバージョンのライブラリで {built_for} 用に作成されています</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu}（Compute Capability {own}）</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>Compute Capability {own} 以降</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>このバージョンでは設定項目が増えています</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>ファイル {file} が見つかりません</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>ファイル {file} が破損しています</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>誤った結果を出します：{reason:part}</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>{system} で作成されていますが、このシステムは {this} です</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>GPU が {old} から {new} に変わりました</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>このバージョンのライブラリでこの GPU 用に作成されています</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>GPU が {gpu} になりました：{reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>現在、このコンピューターには対応する GPU がありません</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>提供元は、Compute Capability 8.0 以降のすべての GPU で動作するエンジンを提供しています</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>提供元は、{capabilities} のすべての GPU に対応するエンジンを提供しています</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>提供元は複数のバージョン用のエンジンを提供しており、どれが必要かをここでは判断できません：{named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>提供元は、この GPU モデル（{gpu}）専用のエンジンを提供しています</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>提供元は、Compute Capability {own} 用のエンジンを提供しています</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>提供元は、このモデルの {library} のエンジンを提供していません</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>提供元は、この設定で作成したこのモデルのエンジンを提供していません</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>提供元は、{library} {version} 用のこのモデルのエンジンを提供していません（提供しているのは {versions} 用のみ）</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>提供元は、{system} と CUDA {cuda} に対応するこのモデルのエンジンを提供していません</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>提供元は、{gpu}（Compute Capability {own}）用のこのモデルのエンジンを提供していません</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>提供元は、指定されたすべての GPU に対応するこのモデルのエンジンを提供していません</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>（このコンピューターのバージョン）</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>そのデータは一切使用されていません。しばらくしてから、または別のネットワークから、もう一度お試しください。それでも解決しない場合は、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>そのデータは一切使用されていません。元の場所からフォルダーをもう一度コピーしてください。</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>{place} からの内容は拒否されました：{reason}。</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>このセットアップに付属のファイルを検証できなかったため、使用されませんでした。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>このコンピューターの日付（{today}）を確認してください。日付が正しい場合は、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>{place} には、インストールに使用できるものがありません。</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} が変更されています：署名されたものと異なります</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>そのデータは一切使用されていません。古い内容は、アプリケーションをアンインストールした後でなければ使用できません。</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} が差し替えられています：中身は {other} です</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>{folder} の内容は {date} に期限が切れました。現在はより新しいものがある可能性があります。</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>metadata フォルダーと targets フォルダーのあるフォルダーを使用してください。</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>一覧に {file} があります：{fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>アプリケーションパッケージの鍵の一覧が破損しているため、配信された内容を検証できません。</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>セットアップを元の入手先からもう一度入手してください。</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>{file} の説明が別のファイルのものになっています</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>{file} が {other} として記載されています</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>一覧に {file} がありますが、正しくは {path} です</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>一覧に {file} がありますが、SHA-256 がありません</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>{file} の説明に誤りがあります：{fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>ネットワーク接続とシステムのプロキシを確認してから、もう一度お試しください。受信済みの内容は保持されます。</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} に問題があります：{reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>署名されたサイズ（{size} バイト）を超えています</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>{size} バイトではなく {found} バイトあります</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>パスにリンクが含まれています</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>署名されていません</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>パッケージに記載されたものとは別の鍵で署名されています</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>署名されている内容は、エンジンに関するステートメントではありません</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>署名されている内容が矛盾しています：説明されているエンジンの一部が対象に含まれていません</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>署名が正しくありません：署名後に変更されています</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>署名付きのステートメントではありません</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} の有効期限は {date} まででした</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>最新であると確認されていたのは {date} までのため、より新しいファイルが隠されている可能性があります</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} が許容サイズを超えています</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} は署名されたものではありません：変更されたか、別のファイルに差し替えられています</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} のバージョンが正しくありません</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} が破損しているか、サーバーがファイルの代わりに別のものを送信しています</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} は提供元の鍵で署名されていません</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} がほかのファイルと整合しません</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} は以前ここにあったものより古いものです：バージョン {found}（以前は {seen}）</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} は署名後に変更されたか、署名の数が足りません</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>必要なファイル {file} が見つかりません</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>使用率 {percent}%</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program}（プロセス {pid}、{mib} MiB）</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>ほかのプログラムの使用率 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>使用率 {percent}%。ただし、この作成処理によるものか、ほかのプログラムによるものかはドライバーから取得できません</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program}（プロセス {pid}）</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict}（{reasons}）</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>{cause}により速度低下中</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>まだ監視されていません</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>監視時間が {seconds:.1f} 秒しかありません</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>は次のプログラムが使用中です：{programs}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu} {verdict}。</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>ドライバーが応答しません：{error}</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>NVIDIA グラフィックカードが見つかりません。</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>お使いのグラフィックカードは古いため、AI 機能を使用できません。</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>AI 機能がお使いのグラフィックカードを使用できません。</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>グラフィックドライバーが古いため、AI 機能を使用できません。</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>グラフィックカードのメモリが AI 機能には不足しています。</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice}。または、ほかのコンピューター用のエンジンを作成してください。</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>同等の GPU のうち先頭（PCI バス {bus}）</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}。</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>対応する唯一の GPU（Compute Capability {own}）</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>対応する最速の GPU（{cores} コア、最大 {mhz} MHz。{second} は {second_cores} コア、最大 {second_mhz} MHz）</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>対応する最新の GPU（Compute Capability {own}。{second} は {second_own}）</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>対応する GPU のうちメモリが最大（{mib} MiB。{second} は {second_mib} MiB）</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>GPU {gpu} は使用できません：{reason}。</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}、同じ GPU {count} 個で共有</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} は {gpu}（Compute Capability {own}）に対応していません（対応 GPU：{supported}）</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>アプリケーションパッケージは Compute Capability {capabilities} の GPU 用ですが、{gpu} は {own} です</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{gpu} は MIG インスタンスに分割されていますが、エンジンは分割されていない GPU 用にしか作成できません</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>NVIDIA ドライバーが古すぎます（CUDA {newest_cuda} まで対応、{library} には CUDA {needed_cuda} が必要）</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu} のメモリは {total_mib} MiB ですが、少なくとも {needed_mib} MiB 必要です</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>種類の異なるすべての GPU が指定されました</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu} に該当する GPU がこのコンピューターに複数あります。</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>このコンピューターに GPU {gpu} はありません。</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>選択したグラフィックカードが見つかりません。</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>MIG を無効にしてください（nvidia-smi -mig 0）</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>nvidia.com からバージョン {driver} 以降のドライバーをインストールしてください。</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>CUDA {needed_cuda} に対応するドライバーを nvidia.com からインストールしてください。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>理由は &apos;engine-builder gpus&apos; で確認できます。</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>グラフィックドライバーが応答しません。PC を再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>WSL では、NVIDIA ドライバーは WSL の中ではなく Windows にインストールします。Windows でドライバーをインストールまたは更新し、「wsl --update」と「wsl --shutdown」を実行してから、WSL を開き直してください。WSL 1 では GPU を使えません。</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>NVIDIA グラフィックカードのドライバーがインストールされていません。</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>NVIDIA ドライバーが {seconds:g} 秒以内に応答しませんでした</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>グラフィックカードを使用する権限がありません。</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>NVML を読み取れません：{error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>Windows から WSL に NVIDIA ドライバーが提供されていません</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} が応答しなくなりました</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>{gpu} の状態を取得できません：{error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>Python パッケージ nvidia-ml-py がインストールされていないため、GPU を検出できません</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>engine-installer を再インストールしてください。パッケージまたは環境が破損しています。</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>グラフィックドライバーが動作していません。PC を再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>グラフィックドライバーが更新されました。PC を再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>グラフィックカードが応答しなくなりました。PC を再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>このコンピューターはサーバーの証明書を信頼していません（{problem}）</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>ネットワーク上のプログラムが通信を開いている可能性があります。このコンピューターの管理担当者に確認してください。</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>{url} をダウンロードできませんでした：{reason}。</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>{size} バイトのうち {received} バイトしか受信できませんでした</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>https ではなく {scheme!r} のアドレスに転送されます</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>受信が遅すぎます（{seconds} 秒間に {size} バイト中 {received} バイト）</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>{system} の Python {python}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>wheel ファイル {file} は破損しているため、展開されませんでした。</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml に {distributions} の {computer} 用の wheel ファイルがありません。</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>app.toml に記載された wheel ファイルの中にエンジンライブラリがありません：{libraries}。</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>この種類の PC では AI 機能を使用できません。</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} は app.toml に記載された wheel ファイルではありません。SHA-256 は {expected} ではなく {found} です。</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>公開元からファイルをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>このコンピューターと同じ {gpu} で作成されたもの</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>Compute Capability が同じ（{capability}）{gpu} で作成されたもの（{own_gpu} 用のものは付属していません）</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>キャッシュは TensorRT {versions} 用ですが、{installed} がインストールされています</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>キャッシュは CUDA {versions} 用ですが、ライブラリは CUDA {installed} 用です</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>キャッシュは {systems} で作成されましたが、このシステムは {system} です</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>キャッシュは Compute Capability {capabilities} 用ですが、{gpu} は {own} です</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>キャッシュは別の設定で作成されています：{differences}</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>このモデルは、別のプロファイルなど異なる設定でのみ含まれています</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（不明）</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>先頭の行が engine-installer のタイミングキャッシュのものではありません</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>内容が名前と一致しません</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>内容が記載されたハッシュと一致しません</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>ヘッダーを読み取れません</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>グラフィックカードまたは多くのメモリを使用しているほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>AI 機能がお使いのグラフィックドライバーを使用できません。</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>セットアップの一部がこの PC で動作しません。</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>ほかのプログラムによるインストールファイルへの書き込みが終わってから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>セットアップのファイルが使用中に変更されました。</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>すべてのユーザー用のインストールには管理者権限が必要ですが、ここでは権限を要求できません。</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>管理者権限での処理が結果なしで終了しました：{how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>管理者権限が許可されませんでした。何も変更されていません。</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>この PC のすべてのユーザー用にインストールできるのは管理者だけです。</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>管理者権限が許可されませんでした。</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>このフォルダーにはセットアップのファイルがあります。</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>このフォルダーには {app} がインストールされています。2 つのアプリケーションで 1 つのフォルダーを共有することはできません。</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>ここにインストールされているものは修復できません。もう一度インストールしてください。</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>--log でファイルを指定してください。</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>続けるには、もう一度お試しください。完了した処理は繰り返されません。</translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>ほかの GPU 用です</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>ログファイル {count} 個を削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>次のファイルは {programs} が使用中です：{files}。</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>アプリケーションを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>アプリケーションのファイルが使用中です。アプリケーションを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>もう一度お試しください。</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>受信したサイズが {limit_mib} MiB を超えました</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>サーバー上のサイズは {found} バイトですが、{file} の記載は {size} バイトです</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>受信したサイズが、{file} に記載された {size} バイトを超えました</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>エンジンは {seconds:.0f} 秒以内に結果を返しませんでした。</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>結果は {count} 件の参照データと一致しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>出力 {output!r} が正しくありません：{fault}。</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>モデル {model!r} のファイル {file} に参照データがありません。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>結果を確認できません：{reason}。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>結果を確認できません：この PC には、これを実行できる GPU がありません。</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>モデル {model!r} のエンジン {file} が変更されています。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>結果を確認できません：GPU の空きメモリが不足しています（{reason:part}）。</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>エンジンの実行に失敗しました：{reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>結果を確認できません：参照データの入力は {given} ですが、エンジンの入力は {wanted} です。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>結果を確認できません：参照データの入力 {tensor!r} は {given} ですが、エンジンに必要なのは {wanted} です。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>結果を確認できません：参照データの入力（{shapes}）に対応するプロファイルがエンジンにありません。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>結果を確認できません：{tensor!r} は単純な配列ではありません（{what}）。</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>モデル {model!r} のプラグイン {plugin!r} を {library} で読み込めません：{reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>この演算子はプラグイン {plugin!r} にありますが、このモデルではそのプラグインが指定されていません</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>プラグイン {plugin!r} には、app.toml に記載された演算子 {operators} がありません（ある演算子：{found}）。</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>プラグイン {plugin!r} が受け付けません：{reason}</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} にはフィードがないため、--feed を指定しても意味がありません。</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>フィードのエンジンに関するステートメントは拒否されました：{reason}。</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>コピー中にファイルが変更されました。</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>{gpu} での結果は正しいことが確認されています</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}（ほかの方法では誤った結果になりました）</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>結果は確認されていません：{reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} が破損しています：{reason}。</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>機能を追加または削除できません：{file} は存在しません。</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>先にアプリケーションを修復してください。</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>先に、ここにインストールされているものを修復する必要があります。</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>{folder} のアプリケーションパッケージは、インストールされているものではありません。</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>必要なファイルがなくなっています。セットアップをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>アプリケーションの提供元にお問い合わせください。そのデータは一切使用されていません。</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>現在はエンジンをダウンロードできないため、ここで作成します：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>{folder} からエンジン {count} 個を削除しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>そのうち {count} 個は、提供元がテストしたものと異なります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>そのうち {count} 個は、提供元がテストしたものと同一です。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>セットアップした内容は{difference}。ほかの検査にはすべて合格しています。修復後に再発する場合は、アプリケーションの提供元にお問い合わせください。</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>入手元：{place}</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>もう一度お試しください。途中までの処理が完了します。</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>この操作には管理者権限が必要です。</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>キット全体を、元の場所からもう一度コピーしてください。</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>キット {folder} に含まれていません。ほかのものは使用されません</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>キット {folder} が不完全か、破損しているため、何もインストールされませんでした。</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} はキットではありません：{file} を読み取れません。</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>「engine-builder kit」で作成したフォルダーを、中身をすべて含めて指定してください。</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>この PC のほかのユーザーがそのフォルダーを変更できるため、安全ではありません。</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>Windows ではフォルダー {folder} を使用できません：{fault}。</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>このユーザーアカウントには専用のフォルダーがありません。</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>この PC のほかのユーザーが変更できるため、ファイルを安全に書き込めません。</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>修復に必要なファイルが変更されています。セットアップをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>修復に必要なファイルがなくなっています。セットアップをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>{app} {version} のアプリケーションパッケージがなくなっています：{folder} にあるのはバージョン {found} です。</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>変更されたか、ディスクが破損しています。このファイルを削除してから、インストーラーをもう一度実行してください。既存のアプリケーションのファイルは別の名前で残ります。</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>この PC のほかのユーザーが、修復を行うプログラムを変更できる状態です。</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>同じ名前のプログラムがすでに登録されています。</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} はファイルではありませんが、同じ名前のファイルをインストールする必要があります。</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>移動するか名前を変更するか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>このフォルダーに、インストールが必要なファイルと同じ名前のものがあります。</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>このフォルダーの一部が別のディスクにあります。</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>インストール用に準備されたファイルがなくなっています。</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>フォルダーに置き換えるか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>インストール済み</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>追加：{features}</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>削除：{features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>この PC では動作しません</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>AI 機能は {card} 向けに最適化されています。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>変更したファイルが {count} 個、フォルダーに残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>追加しました：{features}。</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>削除しました：{features}。</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>最初の方法では誤った結果になったため、別の方法で最適化しました：{features}。</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>AI 機能の結果が正しいことを確認しました。</translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>AI 機能の準備ができました。</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>AI 機能は {card} 向けに再び最適化されました。</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} をアンインストールしました</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>この PC から削除されました。</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size} の空き領域が増えました。</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} の準備ができました</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} をインストールしました</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>ダウンロードしました：{features}（{size}）。</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>この PC で最適化しました：{features}。</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>ダウンロードできなかったため、この PC で最適化しました：{features}。</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>グラフィックカード {count} 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>空き {free}</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>問題なし</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>問題になる可能性あり</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>変更が必要</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>印の付いた項目を確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>{count} 個の AI 機能が、本来より少し遅くなることがあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names}、{last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} をダウンロード</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>AI 機能が少し遅くなる場合あり</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>AI 機能が最高速度で動作</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>空き {free}（{volume}）</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>この PC は必要な条件をすべて満たしています。</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>この PC では AI 機能は動作しません。</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>この PC では一部の AI 機能が動作しません。</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>グラフィックカードは使用中でした：{programs}</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>ほかのプログラムがグラフィックカードを使用していました</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>AI 機能</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>{features}：{time}高速化できます。今すぐ、または後からいつでも「設定 › アプリ › 変更」で実行できます。</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>{features}：{time}高速化できます。今すぐ、または後からいつでも「修復」で実行できます。</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>取り付けた場合は、「設定 › アプリ」で「変更」を選択してください。</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>取り付けた場合は、このセットアップをもう一度起動して「修復」を選択してください。</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>解決したら、「設定 › アプリ」で「変更」を選択してください。</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>解決したら、このセットアップをもう一度起動して「修復」を選択してください。</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>その間も PC を使用可能</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>この PC は何も変更されていません。</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} は動作しますが、{count} 個の AI 機能をセットアップできませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>処理の一部は完了しています。もう一度実行すると完了できます。</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>ほぼすべて準備できました</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>{app} の別のセットアップが実行中です</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>インストールは中止されました</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>修復は中止されました</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>アンインストールは中止されました</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} はまだ準備できていません</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} の修復はまだ完了していません</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} のアンインストールはまだ完了していません</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} のインストールが完了していません</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} の修復が完了していません</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} のアンインストールが完了していません</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} は修復されませんでした</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} はアンインストールされませんでした</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>完了したものはそのまま残ります。</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>先にその処理が完了する必要があります。</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>アンインストールするものはありません。</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>修復するものはありません。</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>{app} はインストールされていません</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} は完全ではありません</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} は更新されませんでした</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} はインストールされませんでした</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>ドライブ {letter}</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>AI 機能</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>AI ソフトウェアをダウンロードしています：{received} / {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>{card} 向けに AI 機能を最適化しています</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>AI 機能を最適化しています</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>仕上げています… 数秒かかります。中止できません</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>アプリケーションのファイル</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>ファイルを削除しています</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>ファイルをコピーしています</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>約 {count} 時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>約 {count} 時間で</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>残り約 {count} 時間</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>1 分未満</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>約 {count} 分</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>1 分以内に</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>約 {count} 分で</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>残り 1 分未満</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>残り約 {count} 分</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>グラフィックカードが空いてから{time}</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>予想より時間がかかっています。処理は続いています。</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>予想より少し時間がかかっています</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left}（推定）</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>{app} {version} はインストールされています</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>{app} {version} に修復が必要なものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>たった今 {count} 個のファイルを確認しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{count} 個中 {ready} 個の AI 機能が準備完了</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{all} 個中 {ready} 個をインストール済み</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>{size} の空きが増えます</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>この PC には使用できるグラフィックカードがありません</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>{features}：「修復」で高速化できます。</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>AI 機能は「修復」で高速化できます。</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>{card} 向けに最適化</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>AI 機能をもう一度最適化しますか？</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>グラフィックカードが変わりました</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>AI 機能を高速化できます</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} の修復が必要です</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>AI 機能 {count} 個を最適化</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>ファイル {count} 個を復元</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>問題はありません</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>修復するものはありません</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>AI 機能の準備完了</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>そのディスクは読み取り専用です。</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>セットアップが使用できるメモリが、AI 機能には不足しています。</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>このフォルダーのインストール記録が変更されたか、破損しています。</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version} はすべてそろっています。</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>お使いのグラフィックカード向けに最適化済み</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>{card} 向けに最適化済み</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>{size} の空きが増えます（{volume}）</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>{size} の空きが増えます</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>変更したファイル {count} 個は残ります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>以前からあったファイル {count} 個は残ります</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>グラフィックカードがないと、次の機能は動作しません：{features}。使用できるようになったら、「修復」を選択してください。</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>グラフィックカードがないと、AI 機能は動作しません。使用できるようになったら、「修復」を選択してください。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>見つからないか、破損しています</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} の変更が完了していません</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} は変更されませんでした</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>結果を確認しています</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>AI 機能をダウンロードしています：{received} / {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>新しいドライバーで解決する場合があります。ドライバーを更新したら、「修復」を選択してください。</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>AI 機能の結果をもう一度確認するには、「修復」を選択してください。</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>AI 機能の確認が必要です</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>AI 機能 {count} 個を確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>誤った結果を出す AI 機能があります</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>新しいドライバーがインストールされました</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>今すぐ確認</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>最適化が必要</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>{app} に修復が必要なものはありません。すべてをもう一度最適化します。</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>{app} の AI 機能は、このグラフィックカード向けに最適化されていません。</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>最適化中に、ほかのプログラムがグラフィックカードを使用していました。</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>この PC ではまだ結果が確認されていません。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} 個のファイルが見つからないか、破損しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} 個の AI 機能が見つからないか、破損しています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} 個の AI 機能が誤った結果を出しています。</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>AI 機能に使用するソフトウェアが更新されました。</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>一部の AI 機能が別の設定で作成されています。</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>新しいドライバーがインストールされました。</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>インストール時の状態と異なるものがあります。</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>ここからは復元できないファイルがあります</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>復元するには、ダウンロードした {app} のセットアップを起動してください。</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>すべてのファイルがそろっています</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>ファイル {count} 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>ご自身のファイルは残ります</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか {count} 個</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>{app} の AI 機能は、以前のグラフィックカード向けに最適化されています。</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>最適化中にグラフィックカードが使用されていました：{program}。</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>新しいドライバーがインストールされたため、結果をもう一度確認します。</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>誤った結果を出すものは再度最適化</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>ご自身のファイルは保持</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>ファイルと設定は維持</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>AI 機能にはバージョン {version} 以降が必要です。</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} には {needed} 必要ですが、空きは {free} です。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>もう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>このセットアップは続行できません</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>お使いのグラフィックカードは古いため、一部の AI 機能を使用できません</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>AI 機能はお使いのグラフィックカードに対応していません</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>グラフィックカードの種類を確認できません。{advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>この PC を再起動するまで、AI 機能は動作しません。</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>AI 機能には最新のドライバーが必要です。</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>グラフィックメモリの空きが不足しています</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>この PC を再起動してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>{app} のインストールには、使用できるグラフィックカードが必要です。</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} には {series}のグラフィックカードが必要です。</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>このグラフィックカードでは {app} をインストールできません。</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>空き領域が不足しています（{volume}）</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>ディスクの空き領域が不足しています</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>別のフォルダーを選択するか、空きをあと {missing} 増やしてください。この画面は自動的に更新されます。</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>空きをあと {missing} 増やしてください。この画面は自動的に更新されます。</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} はすでにセットアップ中です</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>別のセットアップが実行中です</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>先にもう一方のウィンドウの処理が完了する必要があります。この画面は自動的に続行します。</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>{publisher} からもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>PC の準備ができています</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>このセットアップは不完全です</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>インストールできますが、この PC では {app} は動作しません。</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>続行できますが、この PC では {app} は動作しません。</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>グラフィックカードを使用しているほかのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>インストールできますが、この PC では一部の AI 機能が動作しません。そのほかはすべて動作します。</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>続行できますが、この PC では一部の AI 機能が動作しません。そのほかはすべて動作します。</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>NVIDIA グラフィックカードが見つかりません</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>グラフィックカードのドライバーがありません</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>グラフィックカードが応答しません</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>このアカウントではグラフィックカードを使用できません</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>グラフィックドライバーが古すぎます</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>お使いのグラフィックカードは古いため、AI 機能を使用できません</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>グラフィックカードのメモリが AI 機能には不足しています</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>この PC には {app} をインストールできません</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>インストールできますが、この PC では AI 機能は動作しません。そのほかはすべて動作します。</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>続行できますが、この PC では AI 機能は動作しません。そのほかはすべて動作します。</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>インストールできます。そのほかはすべて動作します。</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>続行できます。そのほかはすべて動作します。</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>このフォルダーは使用できません</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>メモリが不足しています</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>必要なメモリ：{needed}。</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>メモリが不足しているため、モデル {model!r} のエンジンを作成できません。</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>モデル {model!r} のエンジンの作成中に engine-installer の内部エラーが発生しました。</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>ワークスペースが小さすぎます</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>同じ名前の次元のサイズが異なります</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>入力または出力にその形式は使用できません</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>TensorRT-RTX では、GeForce RTX 20 などの Turing GPU（Compute Capability 7.5）用にこれを作成できません</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>GPU が必要なデータ型に対応していません</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>プロファイルのサイズが互いに矛盾しています</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>ライブラリにない演算子があります</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>入力または出力はこのデータ型にできません</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>Attention 演算子用のカーネルがありません</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>ライブラリが入れ子の If 演算子を処理できませんでした</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>別の GPU モデル（{gpu}）での計測値が使われたため、エンジンが本来より遅い可能性があります。アプリケーションの提供元は、この GPU モデル用のタイミングキャッシュを同梱できます。</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>エンジンライブラリがモデル {model!r} のエンジンを作成できませんでした：{reason}</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>タイミングキャッシュ：読み取り中にライブラリでエラーが発生しました（{error}）。</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>タイミングキャッシュ：ライブラリでエラーが発生したため使用しません（{error}）。</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>メモリが不足しているため、モデル {model!r} のエンジンを作成できません：{reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem}（モデル {model!r}）：{reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>ライブラリの出力はすべてログで確認できます。</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason}（演算子 {operator}）</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>{gpu} にエンジンを読み込み中</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>モデル {model!r} に、有効なテキストではない名前があります：{name!r}。</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>タイミングキャッシュを使用できません：{reason}。</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>新しい測定結果を保存できませんでした：{reason}。</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>エンジンライブラリを開始できません：{reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>少なくとも {needed_mib} MiB 必要です。</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>モデル {model!r} のエンジンを {gpu} に読み込めません：{reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>NVIDIA ドライバーがインストールされていて、ライブラリに対応したバージョンであることを確認してください。</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>モデル {model!r} のエンジンは {gpu} で実行できません：{reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>エンジンライブラリがモデル {model!r} の {setting} を受け付けません。</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>モデル {model!r} には重みの保存場所が示されていません。</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>モデル {model!r} の外部の重みが大きすぎます。</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>ONNX ファイルからの相対ファイル名</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>バイト数</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>モデル {model!r} の入力と出力を、ONNX ファイルの宣言どおりにできません。</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>入力 {inputs} には ONNX ファイルで既定値があります。エンジンにはこの入力がなく、常にその値が使われます。</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} はモデル {model!r} の入力であり、同時に出力でもあります。エンジンは同じ名前の入力と出力を持てません。</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>{library} を読み込めません：{reason}。</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>{library} を読み込めません。メモリが不足しています。</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>ライブラリから理由は示されませんでした。</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>名前が {number} バイトを超えています</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}（{library} では使えません）</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator}（ノード {node}）</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>モデル {model!r} の {file} は有効な ONNX モデルではありません。途中で切れているか、破損している可能性があります。</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>モデル {model!r} の重みは {file!r} にありますが、app.toml に記載されていません。</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>モデル {model!r} の重みは {file!r} にありますが、アプリケーションパッケージにありません。</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>{number} 番</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>モデル {model!r} は入力 {inputs} の形状を宣言していません。</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>モデル {model!r} の {file} はインストール中に変更されました。</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>モデル {model!r} の {file} は空です。</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>グラフまたは外部の重み</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>グラフ</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>モデル {model!r} の ONNX ファイルを使用できません：{reason}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} ほか {count} 個</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>モデル {model!r} は、エンジンライブラリが対応していない演算子を使用しています：{nodes}。</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r} は ONNX ファイルでは {declared} ですが、エンジンでは {actual} です。</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>モデル {model!r} の外部の重みが短すぎます（{file} は {size} バイト）。</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus} ではこのエンジンを実行できず、ここで別のエンジンを作成することもできません</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>モデル {model!r} の外部の重み（{file!r}）のサイズが合いません。</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>ONNX ファイルが宣言する入力と出力を、エンジンのものと比較できません。</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>非対称または uint8 で量子化されています</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>ネットワーク内部の uint8 には対応していません</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>量子化された整数での演算には対応していません</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>学習モードになっています</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>出力の数が対応する数を超えています</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>TensorRT-RTX にはこの演算子がありません</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} ではモデル {model!r} のエンジンを作成できません：{reasons}</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>入力 {input!r}</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>出力 {output!r}</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>これを計算するノードがありません</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator}（ノード {node}、{outer} の中）</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} と同種の {count} 個</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}：{reason}</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>QuantizeLinear と DequantizeLinear のスケールとゼロ点は定数でなければなりません</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>モデル {model!r} の {file} は実行可能な ONNX モデルではありません。出力がありません。</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>{file} のモデル {model!r} には入力がありません。</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>{count} 次元で、{library} が受け付ける数を超えています</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>対応していません</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>重み {tensor!r}</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>この PC 向けに最適化できない AI 機能がありました。</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>それらのプログラムを終了してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>次のいずれかの GPU の番号、UUID、または PCI バス ID を指定するか、&apos;all&apos; を指定してください：{gpus}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>ネットワーク接続とシステムのプロキシを確認してから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>モデル {model!r} の ONNX ファイルはネットワークのものではありません：{reason}。</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>モデル {model!r} の関数 {function!r} が自分自身を呼び出しています。</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>関数を展開すると {number} 個を超えるノードになります</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>テンソルの次元数が {number} を超えています</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>要素の入れ子が {number} 段を超えています</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>要素が {number} 個を超えています</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>内容がデータ型と形状に合いません</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>演算子のないノード</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>重み {tensor!r} は対応していない疎テンソルです</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>条件のないループです</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml の内容がモデル {model!r} の ONNX ファイルと一致しません。</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>使用しません</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>退避しました</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>このコンピューターの測定結果（{reason}）。{outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what}（{reason}）</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>ライブラリから理由は示されませんでした</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>すべてのタイミングキャッシュ</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>ライブラリの制限により、付属の測定結果を取り除けません</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} は検査後に変更されました</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>別の作成処理が長時間使用しています</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>このコンピューターの測定結果を読み取れません（{error}）</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>{file} を読み取れません（{error}）</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>大きくなりすぎたため削除しました</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>重みに無限大または数でない値があり、エンジンの結果もそうなる可能性があります：{weights}。</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>fp64 型の重みが fp32 には大きすぎるため、エンジンでは fp32 の最大値になります：{weights}。</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>重みが fp16 には大きすぎるため、無限大になります：{weights}。</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>エンジンライブラリが範囲外の数を変更しました：{reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r}（{total} 個中 {count} 個）</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>{programs} が GPU を使用している間に測定されました。後で修復すると測定し直します</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>作成中に GPU が使用されていたかどうかは不明です：{reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>GPU の使用中に測定されました。後で修復すると測定し直します</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} は、アプリケーションのファイルのコピー元フォルダーです。</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>バージョン {version} が、より新しいバージョン {installed} を置き換えます。</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{installed}（{installed_id}）が {folder} にインストールされています。{name}（{id}）には専用のフォルダーが必要です。</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app} に機能 {features} はありません。</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>別のフォルダーを選択するか、先にもう一方のアプリケーションをアンインストールしてください。</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>修復するものがありません：{file} が破損しています：{reason}。</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>修復するものがありません：{file} は存在しません。</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>修復ではなく、アプリケーションのインストールを実行してください。</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>アプリケーションに付属のタイミングキャッシュを使用しません：{problem}。</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>app.toml に verify = false とあるため、このパッケージのファイルのハッシュは検証されていません。</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} は engine-installer がインストールした状態と異なるため、{name} として残します。</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} は以前のバージョンのものですが、その後変更されているため残します。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>アプリケーションのファイル {count} 個が見つかりません。復元できるのはアプリケーションのインストーラーだけです：{files}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>省略できる機能：{features}。</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>省略できる機能はありません。</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>タイミングキャッシュを使用しません：{reason}。</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>このユーザーにはホームフォルダーがないため、ログの既定の保存先がありません。</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>ログファイル {file} に書き込めません：{reason}。</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>--log で別のファイルを指定してください。</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>{what}を {folder} にインストールしました。</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>エンジン {count} 個</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>制限時間に達しました。{engines}をインストールしましたが、{left} 個はまだ作成されていません。</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>ただし、アプリケーションのファイル {count} 個が見つかりません：{files}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>いくつかの理由により、{count} 個の AI 機能をセットアップできませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>このコンピューターでは測定しませんでした</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}。すべての測定値をキャッシュから取得したモデル：{models}中 {served} 個。</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>アプリケーションのインストーラーを実行してください。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>アプリケーションのファイルが {count} 個見つかりません。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>モデル {count} 個</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation>{wanted}のうち {failed} 個を作成できませんでした：</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}：{hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>このコンピューターで {count} 件を {seconds:.1f} 秒で測定しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>アプリケーションのファイル {count} 個</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>作成が必要なエンジンはありませんでした。{file} は最新です。</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}：{reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>engine-installer の内部エラーが発生しました：{kind}：{message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>メモリが足りないため続行できません。</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>{folder} に、ショートカットから起動できるものがありません。</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>現在このコンピューターでは不要です</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>アンインストールが中断されています。もう一度アンインストールすると完了します</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} は破損しているため、ないものとして扱います：{reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} が見つかりません</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>モデルがアプリケーションパッケージからなくなりました</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>インストールが中断されています。もう一度インストールすると完了します</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} はインストール後に変更されています</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>対象の GPU が応答しません</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>{file} が見つかりません。アプリケーションのインストーラーで復元できます</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>{folder} からファイル {count} 個を削除しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>削除するものがありません：{folder} には engine-installer によってインストールされたものはありません。</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>インストール後に変更されたため残しました：{files}。</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>以前からあったため残しました：{files}。</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>engine-installer がインストールしたものではないため残しました：{files}。</translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>このユーザーには削除する権限がない空のフォルダー：{folders}。</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>アプリケーションのフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>中断されていた {folder} のアンインストールが完了しました。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} ほか {count} 個</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>データ型なし</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>次のファイルが使用中です：{files}。</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>{file} はインストール中に変更されました。</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} がパッケージ作成時の状態と異なります。</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>インストーラーをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>管理者として実行してください。</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>別のセットアップが {folder} を使用しています。終了するまで待っています。</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>このコンピューターのほかのユーザーは {place} を読み取れません。ほかのユーザーもアプリケーションを使う場合は、管理者が読み取りの権限を与える必要があります。</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>オペレーティングシステムのアプリケーション一覧は変更されませんでした：{reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>ショートカット {file} は変更されませんでした：{reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>中断されたアンインストールがあります。先にその処理を完了します。</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>中断されたインストールがあります。先にその処理を完了します。</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>エンジンライブラリはこのプログラムに含まれておらず、必要な wheel ファイルも {folders} にありません：{wheels}。</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>このユーザーにはホームフォルダーがないため、既定のインストール先がありません。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>フォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>管理者だけが変更できるフォルダーを選択するか、管理者権限なしで実行してください。</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>このプログラムは不完全です：{file} が見つかりません。</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} がパッケージ作成時の状態と異なります：{name} が記載されています。</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>別の場所に別の名前（ハードリンク）があります</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>別のユーザーのものであるか、他のユーザーが書き込めます</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>アプリケーションのインストーラーをもう一度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>{app} のアプリケーションパッケージは {folder} にはもうありません。</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>アプリケーション</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>{app} のアプリケーションパッケージがなくなりました。</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>{target} にどのアプリケーションパッケージがインストールされたか不明なため、管理者権限ではどれも使用しません。</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>管理者権限では {folder} のアプリケーションパッケージを使用しません：{reason}。</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>{folder} のアプリケーションパッケージは、インストールされたものではありません。</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} はインストール後に変更されています。</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>インストール記録 {file} が engine-installer の書き込んだ内容と異なります：{fault}。</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>修復のためにすべてのユーザーが起動するプログラムが安全ではありません：{reason}。</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>管理者権限では {folder} に書き込みません：{reason}。</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} はすでにありますが、engine-installer が書き込んだものではありません。</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>このユーザーにはホームフォルダーがないため、アプリケーションを登録するメニューがありません。</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>{target} には書き込みません：engine-installer が作成したフォルダー {folder} がシンボリックリンクになっています。</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>フォルダー {folder} は {target} とは別のボリュームにあります。</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>{file} をインストールできません：準備したファイルがなくなっています。</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>変更されています。フォルダーを元に戻すか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>ジャーナル {file} が engine-installer の書き込んだ内容と異なります：{fault}。</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>管理者だけが変更できるフォルダーにするか、別のフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>全体が 1 つのボリュームにあるフォルダーにインストールしてください。</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} はシンボリックリンクのため、リンク先は変更しません。</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>変更されたか、ディスクが破損しています。このファイルを削除してから、インストーラーをもう一度実行してください。</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>{file} をインストールできません：中断された処理が準備したファイルがなくなっています。</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>{journal} を削除してから、インストーラーをもう一度実行してください。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source> or </source>
        <translation> または </translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
</context>
</TS>
