<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>仍然安装</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation>仍要重新优化…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>立即改善</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>稍后改善</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>系统检查</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>许可条款</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>获取驱动程序</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详细信息</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详细信息</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
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
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>之前的显卡：{0}。现在：{1}。</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>更改功能</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>请选择要在这台电脑上使用的功能。</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>请选择要添加或删除的功能</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>在桌面上添加快捷方式</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>无法安装</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>立即启动 {0}</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>{0} 安装程序</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>安装程序</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation>许可条款</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>{0} 的许可条款</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation>检查所有文件，并在需要时重新优化 AI 功能</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>添加或删除功能</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>从这台电脑中删除应用程序；您自己的文件会保留</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>您想执行什么操作？</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>最佳速度</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>优化</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>仍然准备 AI 功能</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>供在其他电脑上使用</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>AI 功能</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>仅限我</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>这台电脑的所有用户</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>安装对象</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>用时更短，但 AI 功能的运行速度可能稍慢</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>速度最快，推荐</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>显存 {0}</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>用时更长</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>请输入文件夹的完整路径，例如 {0}。</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>需要 {0}</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>需要 {0}，可用 {1}（{2}）</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>推荐设置适合大多数用户。</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>停止卸载 {0}？</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>继续卸载</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>尚未对这台电脑进行任何更改。</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>停止更改 {0}？</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>停止修复 {0}？</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>继续修复</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} 将保持不变。如果以后修复，优化将从头开始。</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>当前版本会保留。如果以后更新，优化将从头开始。</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>停止更新 {0}？</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>继续更新</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>尚未对这台电脑进行任何更改。如果以后安装，优化将从头开始。</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>停止安装 {0}？</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>继续安装</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
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
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>您的显卡正被占用：{0}</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>如果优化期间没有其他程序使用显卡，AI 功能的运行速度最快。请关闭占用显卡的程序（{0}）或等待，之后将自动继续。</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>正在等待：{0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>正在下载… {0} / {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>正在下载…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>正在复制…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>正在优化…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>无法安装</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>您可以将此窗口最小化。准备就绪后会通知您。</translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation>正在安装 {0}</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>正在安装</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>正在更改 {0}</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>正在更改</translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation>正在修复 {0}</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>正在修复</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>正在卸载 {0}</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>正在卸载</translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation>正在更新 {0}</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>正在更新</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>正在等待显卡空闲</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>即将完成</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>在新版本准备就绪之前，您可以继续使用当前版本。</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>正在完成安装，无法再停止</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>同时删除日志文件</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>卸载 {0}？</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>卸载应用程序？</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>应用程序及其 AI 功能将从这台电脑中删除。</translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation>可用 {0}</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>缺少 {0}</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>显卡使用率，当前 {percent}%</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>需要 {0}</translation>
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
        <translation>正在检查您的电脑…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>无法检查您的电脑。</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>系统检查</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>正在检查您的电脑</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation>安装程序</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>我接受许可条款</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>阅读条款</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>正在检查您的电脑…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>您的显卡正被占用（{0}），可能需要更长时间。</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>更新到 {0}</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>安装 {0}</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>正在检查您的电脑</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>请先接受许可条款</translation>
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
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
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
        <translation>驱动程序</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>引擎库</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>写入权限</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>其他安装程序</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>操作已取消。未进行任何更改。</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>在完成任何引擎之前已达到时间限制。未进行任何更改。</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>所有内容均为最新；未进行任何更改。</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>正在使用中</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>处于空闲状态</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>可能正在使用中，无法确定</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>其他用户的程序</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>模型已更改</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>尚未生成任何引擎</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>由应用程序包指定</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>不包含此模型的数据</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>计算能力 7.5（Turing）或更高</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>未安装引擎库：TensorRT-RTX 和 TensorRT 均未安装。</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>请安装受支持的 GPU 及其驱动程序</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有可用的 GPU</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>过热</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>硬件限制</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>供电受限</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>这台电脑正在使用电池供电</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>驱动程序未提供使用率</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>驱动程序已停止响应</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>系统内存可能已耗尽。</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>优化级别 0 不使用计时缓存；级别 1 和 2 同样快速，并且会使用计时缓存</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>正在写入引擎</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>需要由应用程序供应商指定；这台电脑可能太旧，或者不受支持。</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>此程序不含应用程序包。</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>未安装 TensorRT-RTX 或 TensorRT</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>这台电脑有 NVIDIA GPU，但未安装 NVIDIA 驱动程序</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>未安装 NVIDIA 驱动程序</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>请从 nvidia.com 或系统软件包安装 GPU 驱动程序，然后重新启动电脑。</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>也未找到 NVIDIA GPU；运行引擎需要 NVIDIA GPU。</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>NVIDIA 驱动程序已安装，但未运行</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>请重新启动电脑。如果问题仍然存在，请重新安装驱动程序（在 Linux 上，安全启动可能拒绝了未签名的内核模块）。</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>NVIDIA 驱动程序已更新，但旧版本仍在运行</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>请重新启动电脑。</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>当前用户无权使用 NVIDIA 驱动程序</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>请以有权使用的用户身份运行（在 Linux 上：可读写 /dev/nvidia* 的用户）。</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>NVIDIA 驱动程序未找到 GPU</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>请检查显卡是否插好并已接通电源，以及是否被固件设置禁用。</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>有 NVIDIA GPU，但此会话无法使用它</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>如果在容器中运行，请将 GPU 传入容器（docker run --gpus all）；否则，请以有权使用该 GPU 的用户身份运行。</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>请重新启动电脑。如果 nvidia-smi 也没有响应，请重新安装驱动程序。</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>请重新启动电脑。如果再次发生，请检查显卡的供电和散热。</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>请运行 nvidia-smi 查看驱动程序报告的信息；重新安装驱动程序通常能解决问题。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>请向应用程序供应商索取支持此 GPU 的应用程序包。</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>请使用显存更大的 GPU，或向应用程序供应商索取更小的模型。</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>请增大交换空间或页面文件，或在内存更大的电脑上进行优化。</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>如果优化失败，请关闭其他程序。</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>write</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>写入引擎</translation>
    </message>
    <message>
        <source>create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>创建文件夹</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>将缓冲数据写入</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>暂时移动</translation>
    </message>
    <message>
        <source>register</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>取消注册</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>查询注册信息</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>请以有权读取它的用户身份运行。</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>请关闭其他程序。</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>应用程序未附带缓存</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>为所有用户安装需要管理员权限。</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>正在加载引擎库</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>正在读取模型</translation>
    </message>
    <message>
        <source>There is no app package: {folder} does not exist.</source>
        <translation>找不到应用程序包：{folder} 不存在。</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>应用程序包无效：{file} 中有 {count} 处错误。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>找不到应用程序包：{folder} 不是文件夹。</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>找不到应用程序包：{folder} 中没有 {file}。</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>请从包含 {file} 的文件夹重新启动安装程序，或重新下载安装程序。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>请向应用程序供应商索取修正后的应用程序包。</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>请在可以访问 NVIDIA 软件包索引的环境中，安装带有“tensorrt”附加组件的 engine-installer。</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities：经典 TensorRT 引擎始终针对生成该引擎的 GPU</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>安装方法：pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>计算能力 7.5、8.0、8.6、8.9 或 12.0 及更高（GeForce RTX 20 至 50 系列及同类产品）</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level（以及 heuristic）：TensorRT-RTX 不选择策略，因此无效</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility：TensorRT-RTX 会忽略它；请用 compute_capabilities 指定 GPU</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible：TensorRT-RTX 不含所需的精简运行时</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}：TensorRT-RTX 可生成的目标为 {known}（省略此键则支持 8.0 及以上的所有 GPU，包括更新的 GPU）</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} 有误</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>在这台电脑上测量了 {count:,} 项，用时 {seconds:.1f} 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>所有计时数据均来自缓存</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>{total:,} 项计时数据中有 {hits:,} 项来自缓存</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>缓存之前有 {count:,} 项计时数据</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>未在这台电脑上测量</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>无法保存：{reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>全部 {count:,} 项计时数据均来自缓存</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>没有计时缓存</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>被拒绝：{reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>无法{doing} {path}：{reason}。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>无法{doing} {path}：磁盘已满。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>无法{doing} {path}：访问被拒绝。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>无法{doing} {path}：另一个程序正在使用它。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>无法{doing} {path}：内存不足。</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>请检查磁盘，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>路径 {path!r} 含有不允许的字符。</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>请释放该磁盘上的一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>无法确定 {path} 中的主文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>请选择您有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>路径 {path} 是相对路径，但当前目录已不存在。</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} 由更新版本的 engine-installer 写入（架构 {schema}；此版本支持 {known}）。</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>嵌套层次过深</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>请使用该版本。</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} 不正确</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>大小超过 {limit_mib} MiB</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}，原为 {old}</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}。</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>仍然可以为其他电脑生成引擎。</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>已安装 {library} {version}</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>模型 {model!r} 的生成程序已有 {minutes} 分钟没有任何动作，因此被结束。</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>之前已以同样的方式崩溃过，因此原因在于此模型：引擎库无法处理它，例如因为网络过深。</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>请向应用程序供应商报告；重试没有帮助。</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>模型 {model!r} 的优化已占用 {used_mib} MiB 内存，因此被结束；所有优化合计最多可占用 {limit_mib} MiB。</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} 有 {free_mib} MiB 显存可用（共 {total_mib} MiB），而模型 {model!r} 至少需要 {needed_mib} MiB；该 GPU {verdict}。</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>模型 {model!r} 的优化程序已崩溃：{how}。</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>可能被杀毒软件阻止，系统的文件或内存可能不足，或者安装已损坏。</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>请使用内存更大的电脑。如果问题仍然存在，请联系应用程序供应商：模型可能已损坏。</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>无法启动模型 {model!r} 的优化程序：{reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu} {verdict}，因此重新测量也不会更好。</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model}（用于 {gpu}）</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>app.toml 设置了 verify = false：未检查此包的文件</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>每个文件的哈希值均与 app.toml 一致</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>按要求选择</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>待优化模型 {count} 个，处理器核心 {cores} 个；视可用内存而定</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>系统内存的四分之三</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} 需要{gpus}的 GPU</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error}这可能是因为{problem}。</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>模型 {model!r} 需要受支持的 NVIDIA GPU，但{reason}。</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>需要在 GPU 上测量，同时进行两项优化会互相干扰</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>最大的模型可能需要这么多</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>未安装 {library}。</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} 不支持此设置：{setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>无法在这里生成可移植引擎：{reasons}。</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>没有引擎库可以优化 {model!r}：{reasons}。</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} 支持{gpus}的 GPU</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} 不支持所要求的设置：
{settings}</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>库的默认值</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} 针对其运行所在的 GPU 生成</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} 比可指定的所有 GPU 都新</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} 无法生成可移植引擎</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>已指定生成不依赖 GPU 的引擎</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} 不支持模型 {model!r} 的这些设置：
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>这些引擎只能在 {gpu} 上运行</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>未选择功能 {feature!r}</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>未安装 {library}</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu 针对这台电脑的 GPU 生成；--portable 和 --for 则与之无关。</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} 无法生成可移植引擎：它在这台电脑的 GPU 上进行测量。</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>由应用程序包指定</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>由已中断的运行完成</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>请去掉其中一个。</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>请去掉 --portable 和 --for，或使用 --backend tensorrt-rtx。</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>按要求</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}，但这些引擎不需要它</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>这台电脑无法运行这些引擎：{reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}，计算能力 {capability}，{mib} MiB</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>可用 {free_mib} MiB，共 {total_mib} MiB</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>优化 {model!r} 可能需要 {needed_mib} MiB</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>请释放一些空间，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>{folder} 可写入</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>NVIDIA 驱动程序 {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}：受 {libraries} 支持</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu} 可用 {free_mib} MiB，共 {total_mib} MiB</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} 至少需要 {needed_mib} MiB</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}；优化最多可占用 {limit_mib} MiB（{reason}）</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>优化 {model!r} 可能需要 {needed_mib} MiB，而优化最多可占用 {limit_mib} MiB 内存。</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>{folder} 所在卷的可用空间未知</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>有 {free_mib} MiB 可用于 {folder}</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>{folder} 所在卷的空间不足：可用 {free_mib} MiB，而安装约需 {needed_mib} MiB。</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>{folder} 所在卷的空间不足：可用 {free_mib} MiB，而引擎约需 {needed_mib} MiB。</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>NVIDIA 驱动程序 {version}（CUDA {cuda}）</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>请以更高的内存上限运行安装。</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>没有其他安装程序正在使用此文件夹</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>有 {count} 个问题阻止安装：</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>这台电脑的内存不足：{need}。</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>路径 {folder} 无法用此系统的字符集表示。</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>此限制由容器设定：请为容器分配更多内存。</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>此限制由启动本程序的 shell 或服务设定：请提高限制（ulimit -v）。</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}：{reason}</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>本程序可使用的内存太少：{need}。</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>请选择其他名称的文件夹。</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>优化 {model!r} 时发生内部错误：{error}</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>附带的缓存无法使用：{problem}</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>以退出代码 {status} 结束</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>{expected} 字节的文件头只有 {found} 字节</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>缺少 TensorRT 引擎的标识</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>缺少 TensorRT-RTX 文件头的第二个标识</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>未知的序列化版本 {version}</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>另一个安装程序正在使用 {target}。</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>它是 {library} 的引擎</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>它由版本 {version} 而不是 {expected} 生成</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>它运行于 {targets}，而不是 {expected}</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>引擎 {file!r} 未通过验证：{problem}。</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>文件为 {actual} 字节，写入时为 {counted} 字节，文件头注明 {stated} 字节</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>其内容与库输出的不一致</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}，但测量时 GPU 正由以下程序使用：{programs}</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>使用 {library} 生成，但现在应使用 {wanted}</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>设置已更改：{changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} 已从 {old} 变为 {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>驱动程序已从 {old} 变为 {new}，引擎仍然有效</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}，但测量时 GPU 正在使用中</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>计算能力 {own}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>请向应用程序供应商索取支持此显卡的版本。</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>发生了意外问题。</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>在完成之前已停止。</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>安装程序的一部分意外停止。</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>有一项 AI 功能未通过最终检查。</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>无法制作安装程序。</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>安装用时超过了允许的时间。</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>另一个程序正在使用您的显卡。</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>此处未安装任何内容。</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>此安装程序不完整或已损坏。请重新下载。</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>此应用程序正在另一个窗口中安装。</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>有一项 AI 功能存在只有发布者才能修正的问题。</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>无法写入安装程序的日志文件。</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>由于继续操作不安全，已停止。</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>无法在这台电脑上安装 AI 功能。</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>安装所需的部分内容无法下载。请检查网络连接。</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>无法使用这些设置继续安装。</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>您没有该位置的写入权限。</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>您的电脑可用内存不足。请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>另一个程序正在使用需要替换的文件。请关闭该程序，然后重试。</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>无法读取或写入某个文件。</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>请重试以继续。</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>无法使用此文件夹。</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>无法读取某个文件。</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>另一个程序正在使用所需的文件。请关闭该程序，然后重试。</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>您没有所需文件的读取权限。</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>您没有更改该处已安装内容的权限。</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>请关闭正在使用它的程序，然后重试。</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>请输入完整路径。</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>其中的条目超过 {count} 个</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>此处已安装的版本比此安装程序更新。</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>读取时文件变大了</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>它是一个管道</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>它是一个套接字</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>它是一个设备</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>它是一个符号链接</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>它不是文件</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>显卡的可用显存不足，无法用于“{feature}”。请关闭使用显卡的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>显卡的可用显存不足，无法用于 AI 功能。请关闭使用显卡的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} 无法为 {gpu}（计算能力 {own}）优化 {model!r}：{reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>该模型使用 {data_type}，需要计算能力 {least} 或更高</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>它在等待磁盘、显卡或它自身。请重试；如果问题仍然存在，请报告此问题。</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>详细信息请查看日志：{file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>没有包含详细信息的日志。</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>模型 {model!r} 的优化已用时 {hours} 小时，远超预期，因此被结束。</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>请关闭其他程序，然后重试；如果再次崩溃，请报告此问题。</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>有一项 AI 功能所需的内存超出这台电脑可提供的内存。</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>安装程序的一部分停止响应。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>请联系应用程序供应商：模型可能已损坏。</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>有一项 AI 功能的优化用时远超正常范围。</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>安装程序的一部分再次以同样的方式意外停止。</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>请关闭使用显卡的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序，然后重试。</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>安装程序的一部分无法启动。</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>安装程序的一部分意外停止。您的电脑可能内存不足。</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} 无法为计算能力 {targets} 优化 {model!r}：{reason:part}。</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>按要求重新生成所有引擎</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>一个引擎，适用于 {capabilities} 的所有 GPU</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>TensorRT-RTX 在 Turing GPU 上不支持 {operation}（首个相关项：{node}）</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>节点 {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>fp32 矩阵乘法</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>fp32 三维卷积</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>int8 卷积</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>某项运算（{reason}）</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>计算 {tensor!r} 的节点</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>TensorRT-RTX 在 Turing GPU 上不支持 {operation}</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>无法验证下载的内容，因此未使用。</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>文件正在使用中。请关闭 {programs}，然后重试。</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>无法{doing} {path}：正由以下程序使用：{programs}。</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>供应商未提供此版本模型的引擎</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>安装程序中没有：需下载 {mb:.1f} MB</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>安装程序和可下载的内容中均没有模型 {model!r}。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>请向应用程序供应商索取。</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>供应商没有为这台电脑准备好的 AI 功能。</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>app.toml 中 {file} 的大小为 {stated} 字节，但供应商提供的是 {found} 字节。</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>处理器核心 {cores} 个；视可用内存而定；逐个下载</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>其他 GPU 使用由其他变体生成的引擎</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>有一项 AI 功能在这台电脑上给出了错误的结果。</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>正在 {gpu} 上检查结果</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>插件 {plugin!r} 已更改</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}：{reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>无论以何种方式安装，{model!r} 的相关内容在 {gpu} 上都会给出错误的结果。</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>按下载的原样</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>原有的引擎会保留。</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>不检查</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>尚未检查其结果</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>供应商更改了用于检查其结果的数据</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>其结果是在 {old} 上检查的，但当前 GPU 为 {new}</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>驱动程序已从 {old} 变为 {new}，因此会重新检查其结果</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>不使用来自别处的计时数据</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>按已安装的原样</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>请安装 NVIDIA 的最新驱动程序，然后重试；如果问题仍然存在，请联系应用程序供应商。</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>在 {gpu} 上检查</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>未返回任何结果</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>使用优化级别 {level}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>使用 {library}</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>使用 fp32 的 {file}</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>原有的内容会保留。</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>试运行时崩溃：{how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>试运行未能结束</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>按通常方式</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>与供应商确认为正确的结果进行比较</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>已指定不检查</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>应用程序包指定不检查</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>这台电脑没有可以运行它的 GPU</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>有一项 AI 功能无法针对此类显卡进行优化。</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>AI 软件</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>显存</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>其他安装程序</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}，{memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>可用 {free}，共 {total}</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>无法检查</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>需要重新启动</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>此用户无法使用</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>没有 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} 或更高版本</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>未包含</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX {series} 系列或更新</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>没有响应</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>未安装，且无需在此生成任何内容</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>您的电脑内存不足，无法使用 AI 功能。</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>已包含</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>此处没有引擎库，且无需生成任何内容</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>重新生成（{way}）</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>改为下载</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} 现在给出错误的结果，将重新安装。</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} 给出了错误的结果，改用其他方式安装。</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>改为在此生成</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>无法下载 {engine}，改为在此生成：{reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>无法在此生成 {engine}，改为下载：{reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>无法以此方式安装 {engine}，改用其他方式安装。</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>请报告此问题，并附上日志文件。</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>应用程序包指定在此生成</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>应用程序包指定下载</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>应用程序包优先选择下载</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>应用程序包优先选择在此生成</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>此方式用时更短</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>先下载 {mb:.0f} MB 的引擎库，然后在此生成约需 {seconds} 秒</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>无法下载模型 {model!r} 的引擎：{reason}。</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}：{mb:.1f} MB，约 {seconds} 秒</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>目前无法下载任何内容：{reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>无法在此生成：{reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>在此生成约需 {seconds} 秒</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>请向应用程序供应商索取适用于这台电脑的引擎。</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>可用 {size}</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>磁盘空间不足。</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>无法写入</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>有一个正在运行</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>可以写入</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>没有正在运行</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>这台电脑无法使用此名称的文件夹。</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>没有适用于计算能力 {own} 的变体</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>计算能力 {own} 支持 {data_type}</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>它适用于计算能力 {named}</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>退出代码 {status}，未说明原因</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>与供应商测试的内容不同</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>无法与供应商提供的引擎进行比较：{reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>引擎库为此模型生成的内容并非每次都相同</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>此引擎不是使用固定地址生成的（app.toml 中的 reproducible = true）</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>供应商的声明未提及此版本的模型</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>供应商的声明未提及 {library} 的引擎</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>供应商使用其他设置测试了此模型</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>它使用 {library} {version} 生成，而供应商测试的是 {versions}</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>它在 {system} 上生成，而供应商是在 {systems} 上测试的</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>供应商的声明未提及适用于 {targets} 的引擎</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>与供应商测试的引擎完全相同</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>请等待其完成，然后重试。</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>请重试；如果再次发生，请检查磁盘，报告此问题并附上日志文件。</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>变体已更改（生成自：{built_from}；需要：{needed}）</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>当前 GPU 为 {gpu}（生成自：{built_from}；适用于它的是：{needed}）</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>变体 {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>模型自身的文件</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>记录为针对 {built_for}，但无法针对 {refused} 优化该模型</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>针对 {built_for} 生成，但现在需要 {needed}</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>使用此版本的库针对 {built_for} 生成</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu}（计算能力 {own}）</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>计算能力 {own} 及更高</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>此版本支持更多设置</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>文件 {file} 缺失</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>文件 {file} 已损坏</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>它给出错误的结果：{reason:part}</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>在 {system} 上生成，但当前系统是 {this}</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>GPU 已从 {old} 更换为 {new}</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>使用此版本的库针对此 GPU 生成</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>GPU 现在是 {gpu}：{reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>这台电脑中目前没有受支持的 GPU</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>供应商提供了可在计算能力 8.0 及更高的所有 GPU 上运行的引擎</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>供应商提供了适用于 {capabilities} 的所有 GPU 的引擎</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>供应商提供了适用于多个版本的引擎，在此无法确定需要哪一个：{named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>供应商为此模型提供了专用于这一 GPU 型号（{gpu}）的引擎</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>供应商提供了适用于计算能力 {own} 的引擎</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>供应商未提供此模型的 {library} 引擎</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>供应商未提供使用这些设置生成的此模型的引擎</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>供应商未提供此模型适用于 {library} {version} 的引擎，仅提供适用于 {versions} 的引擎</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>供应商未提供此模型适用于 {system} 和 CUDA {cuda} 的引擎</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>供应商未提供此模型适用于 {gpu}（计算能力 {own}）的引擎</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>供应商未提供此模型适用于所有指定 GPU 的引擎</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>（这台电脑的版本）</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>其中的任何内容均未使用。请稍后重试或使用其他网络；如果问题仍然存在，请联系应用程序供应商。</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>其中的任何内容均未使用。请从原来的位置重新复制该文件夹。</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>{place} 提供的内容已被拒绝：{reason}。</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>无法验证此安装程序附带的某个文件，因此未使用。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>请检查这台电脑的日期：当前为 {today}。如果日期正确，请联系应用程序供应商。</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>{place} 中没有可用于安装的内容。</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} 已被更改：与签名的内容不同</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>其中的任何内容均未使用。只有在卸载应用程序之后，才会接受较旧的内容。</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} 已被调换：其中的内容是 {other}</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>{folder} 中的内容已于 {date} 过期：现在可能有更新的内容。</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>请使用包含 metadata 和 targets 文件夹的文件夹。</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>其中列出了 {file}：{fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>应用程序包的密钥列表已损坏，因此无法验证提供的任何内容。</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>请从原来的来源重新获取安装程序。</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>其中对 {file} 的描述属于另一个文件</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>其中将 {file} 描述为 {other}</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>其中列出了 {file}，但应为 {path}</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>其中列出了 {file}，但没有其 SHA-256</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>其中对 {file} 的描述有误：{fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>请检查网络连接和系统代理，然后重试：已接收的内容会保留。</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} 不符合要求：{reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>它大于签名的 {size} 字节</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>它有 {found} 字节，而不是 {size} 字节</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>其路径中包含链接</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>它缺失</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>它没有签名</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>签名所用的密钥与应用程序包指定的密钥不同</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>签名的内容不是关于引擎的声明</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>签名的内容自相矛盾：其对象未包含所描述的全部引擎</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>其签名有误：签名之后被更改</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>它不是经过签名的声明</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} 的有效期至 {date}</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>仅确认在 {date} 之前为最新，因此可能有更新的文件被扣留</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} 超出允许的大小</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} 不是签名的文件：它已被更改，或被调换为其他文件</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} 的版本不正确</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} 已损坏，或服务器没有该文件而发送了其他内容</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} 不是使用供应商的密钥签名的</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} 与其他文件不符</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} 比此处以前的内容更旧：版本为 {found}，而不是 {seen}</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} 在签名之后被更改，或签名数量不足</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>缺少所属的文件 {file}</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>使用率 {percent}%</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program}（进程 {pid}，{mib} MiB）</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>其他程序的使用率 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>使用率 {percent}%，但驱动程序未说明是本次优化还是其他程序所致</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program}（进程 {pid}）</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict}（{reasons}）</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>因{cause}而降速</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>尚未监测</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>仅监测了 {seconds:.1f} 秒</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>正由以下程序使用：{programs}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu} {verdict}。</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>驱动程序没有响应：{error}</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>未找到 NVIDIA 显卡。</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>您的显卡太旧，无法使用 AI 功能。</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>AI 功能无法使用您的显卡。</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>您的显卡驱动程序版本过旧，无法使用 AI 功能。</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>您的显卡显存不足，无法使用 AI 功能。</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice}，或为其他电脑生成引擎。</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>相同 GPU 中的第一块，位于 PCI 总线 {bus}</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}。</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>唯一受支持的 GPU，计算能力 {own}</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>受支持的 GPU 中速度最快（{cores} 个核心，最高 {mhz} MHz；{second} 有 {second_cores} 个核心，最高 {second_mhz} MHz）</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>受支持的 GPU 中最新（计算能力 {own}；{second} 为 {second_own}）</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>受支持的 GPU 中显存最大（{mib} MiB；{second} 为 {second_mib} MiB）</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>无法使用 GPU {gpu}：{reason}。</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}，由 {count} 个相同的 GPU 共用</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} 不支持 {gpu}（计算能力 {own}）；它支持 {supported}</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>应用程序包适用于计算能力为 {capabilities} 的 GPU，而 {gpu} 的计算能力为 {own}</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{gpu} 已划分为 MIG 实例，而引擎只能为整块 GPU 生成</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>NVIDIA 驱动程序版本过旧：它最高支持 CUDA {newest_cuda}，而 {library} 需要 CUDA {needed_cuda}</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu} 有 {total_mib} MiB 显存，而至少需要 {needed_mib} MiB</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>已要求使用每种不同的 GPU</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu} 对应这台电脑上的多个 GPU。</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>这台电脑上没有 GPU {gpu}。</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>找不到所选的显卡。</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>请关闭 MIG（nvidia-smi -mig 0）</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>请从 nvidia.com 安装 {driver} 或更高版本的驱动程序。</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>请从 nvidia.com 安装支持 CUDA {needed_cuda} 的驱动程序。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>运行“engine-builder gpus”可查看原因。</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>显卡驱动程序没有响应。请重新启动电脑，然后重试。</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>在 WSL 中，NVIDIA 驱动程序安装在 Windows 中，而不是安装在 WSL 内部：请在 Windows 中安装或更新驱动程序，运行“wsl --update”和“wsl --shutdown”，然后重新打开 WSL。WSL 1 没有 GPU。</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>未安装 NVIDIA 显卡的驱动程序。</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>NVIDIA 驱动程序在 {seconds:g} 秒内没有响应</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>您没有使用显卡的权限。</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>无法读取 NVML：{error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>Windows 没有向 WSL 提供 NVIDIA 驱动程序</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} 已停止响应</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>无法查询 {gpu}：{error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>未安装 Python 包 nvidia-ml-py，因此无法列出 GPU</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>请重新安装 engine-installer；其软件包或环境已损坏。</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>显卡驱动程序未运行。请重新启动电脑，然后重试。</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>显卡驱动程序已更新。请重新启动电脑，然后重试。</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>显卡已停止响应。请重新启动电脑，然后重试。</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>此电脑不信任服务器的证书（{problem}）</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>网络中的某个程序可能正在打开连接。请联系负责此电脑的人员。</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>无法下载 {url}：{reason}。</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>只收到 {received} 字节（共 {size} 字节）</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>该地址指向 {scheme!r} 而不是 https</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>传输太慢，{seconds} 秒内只收到 {size} 字节中的 {received} 字节</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>{system} 上的 Python {python}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>wheel 文件 {file} 已损坏，因此未能解压。</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml 未指定适用于 {distributions} 的 {computer} 的 wheel 文件。</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>app.toml 指定的 wheel 文件都不是引擎库：{libraries}。</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>AI 功能无法在此类电脑上运行。</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} 不是 app.toml 指定的 wheel 文件：其 SHA-256 为 {found}，而不是 {expected}。</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>请从发布处重新下载该文件。</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>在 {gpu} 上生成，与这台电脑的显卡相同</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>在 {gpu} 上生成，计算能力同为 {capability}；缓存集中没有 {own_gpu} 本身适用于此版本的缓存</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>缓存适用于 TensorRT {versions}，而已安装的版本是 {installed}</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>缓存适用于 CUDA {versions}，而引擎库适用于 CUDA {installed}</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>缓存是在 {systems} 上生成的，而当前系统是 {system}</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>缓存适用于计算能力 {capabilities}，而 {gpu} 的计算能力为 {own}</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>缓存是使用其他设置生成的：{differences}</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>仅包含此模型在其他设置（例如其他配置文件）下的数据</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>第一行不是 engine-installer 计时缓存的内容</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>内容与名称不符</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>内容与其中注明的哈希值不符</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>无法读取其文件头</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>请关闭使用显卡或占用大量内存的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>AI 功能无法使用您的显卡驱动程序。</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>安装程序的一部分无法在这台电脑上运行。</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>请在没有其他程序写入安装文件时重试。</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>安装程序的某个文件在使用过程中被更改。</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>为所有用户安装需要管理员权限，而此处无法请求该权限。</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>以管理员权限运行的操作已结束，但没有结果：{how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>未授予管理员权限。未进行任何更改。</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>只有管理员才能为这台电脑的所有用户安装。</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>未授予管理员权限。</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>此文件夹中是安装程序的文件。</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>此文件夹中已安装 {app}，两个应用程序不能共用一个文件夹。</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>此处安装的内容无法修复。请重新安装。</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>请用 --log 指定文件。</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>请重试以继续；已完成的操作不会重复。</translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>它适用于其他 GPU</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>已删除 {count} 个日志文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>以下文件正由 {programs} 使用：{files}。</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>请关闭应用程序，然后重试。</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>应用程序的文件正在使用中。请关闭应用程序，然后重试。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请重试。</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>收到的内容超过 {limit_mib} MiB</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>服务器上有 {found} 字节，而 {file} 注明为 {size} 字节</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>收到的内容超过 {file} 注明的 {size} 字节</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>引擎在 {seconds:.0f} 秒内未给出结果。</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>结果与 {count} 项参考数据一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>输出 {output!r} 不正确：{fault}。</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>模型 {model!r} 的文件 {file} 中没有参考数据。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>无法检查其结果：{reason}。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>无法检查其结果：这台电脑没有可以运行它的 GPU。</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>模型 {model!r} 的引擎 {file} 已被更改。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>无法检查其结果：GPU 的可用显存不足（{reason:part}）。</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>引擎运行失败：{reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>无法检查其结果：参考数据的输入为 {given}，而引擎的输入为 {wanted}。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>无法检查其结果：参考数据的输入 {tensor!r} 为 {given}，而引擎需要 {wanted}。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>无法检查其结果：引擎没有任何配置文件允许参考数据的输入（{shapes}）。</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>无法检查其结果：{tensor!r} 不是普通数组（{what}）。</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>无法使用 {library} 加载模型 {model!r} 的插件 {plugin!r}：{reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>该算子在插件 {plugin!r} 中，但此模型未指定该插件</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>插件 {plugin!r} 没有 app.toml 中所述的算子 {operators}；它具有的算子：{found}。</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>插件 {plugin!r} 不接受它：{reason}</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} 没有下载源，因此 --feed 不起作用。</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>下载源关于引擎的声明已被拒绝：{reason}。</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>某个文件在复制过程中被更改。</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>其结果在 {gpu} 上正确</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}；其他方式给出了错误的结果</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>未检查其结果：{reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} 已损坏：{reason}。</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>无法添加或删除功能：{file} 不存在。</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>请先修复应用程序。</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>必须先修复此处安装的内容。</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>{folder} 中的应用程序包不是已安装的应用程序包。</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>所需的文件已不存在。请重新下载安装程序。</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>请联系应用程序供应商；其中的任何内容均未使用。</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>目前无法下载引擎，因此在此生成：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>已从 {folder} 删除 {count} 个引擎。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>其中 {count} 个与供应商测试的不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>其中 {count} 个与供应商测试的完全相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>安装的内容{difference}。其他检查均已通过。如果修复后再次出现，请联系应用程序供应商。</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>来自 {place}</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>请重试，以完成已开始的操作。</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>此操作需要管理员权限。</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>请从来源重新完整复制套件。</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>套件 {folder} 中没有，且不使用其他来源</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>套件 {folder} 不完整或已损坏，因此未安装任何内容。</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} 不是套件：无法读取其中的 {file}。</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>请指定由“engine-builder kit”生成且内容完整的文件夹。</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>这台电脑的其他用户可以更改该文件夹，因此不安全。</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>Windows 不接受文件夹 {folder}：{fault}。</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>此用户帐户没有自己的文件夹。</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>由于这台电脑的其他用户可以更改某个文件，因此无法安全写入。</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>修复所需的文件已被更改。请重新下载安装程序。</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>修复所需的文件已不存在。请重新下载安装程序。</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>{app} {version} 的应用程序包已不存在：{folder} 中的版本是 {found}。</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>该文件已被更改，或磁盘已损坏。请删除该文件，然后重新运行安装程序；已存在的应用程序文件会以其他名称保留。</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>这台电脑的其他用户可以更改执行修复的程序。</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>已有另一个同名程序登记在列。</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} 不是文件，而此处需要安装一个同名文件。</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>请移动或重命名它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>此文件夹中有与待安装文件同名的项目。</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>此文件夹的各部分位于不同的磁盘上。</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>为安装准备的某个文件已不存在。</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>请将其替换为文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>添加：{features}</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>删除：{features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>无法在这台电脑上使用</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>其 AI 功能已针对您的 {card} 优化。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>您更改过的 {count} 个文件仍在其文件夹中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>已添加：{features}。</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>已删除：{features}。</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>由于第一种方式给出了错误的结果，已改用其他方式优化：{features}。</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>其 AI 功能的结果正确。</translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>其 AI 功能已就绪。</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>其 AI 功能已重新针对您的 {card} 优化。</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} 已卸载</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>已从这台电脑中删除。</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>已释放 {size}。</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} 已就绪</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} 已安装</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>已下载：{features}（{size}）。</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>已在这台电脑上优化：{features}。</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>由于下载失败，已在这台电脑上优化：{features}。</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>{count} 块显卡</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>可用 {free}</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>可能有问题</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>需要更改</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>请查看标记的项目。</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>{count} 项 AI 功能的运行速度可能略低于最佳水平。</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 和 {last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>需下载 {size}</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>AI 功能的运行速度可能稍慢</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>AI 功能将以全速运行</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>可用 {free}（{volume}）</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>您的电脑满足所有要求。</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>AI 功能无法在这台电脑上使用。</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>部分 AI 功能无法在这台电脑上使用。</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>您的显卡曾被占用：{programs}</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>其他程序曾占用您的显卡</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>AI 功能</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>{features}：只需{time}即可提速，可以现在进行，也可以随时通过“设置 › 应用 › 修改”进行。</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>{features}：只需{time}即可提速，可以现在进行，也可以随时通过“修复”进行。</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>如果以后添加显卡，请在“设置 › 应用”中选择“修改”。</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>如果以后添加显卡，请重新启动此安装程序并选择“修复”。</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>情况改变后，请在“设置 › 应用”中选择“修改”。</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>情况改变后，请重新启动此安装程序并选择“修复”。</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>期间可以继续使用电脑</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>未对这台电脑进行任何更改。</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} 可以使用，但有 {count} 项 AI 功能无法安装。</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>部分操作已完成。重试即可全部完成。</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>几乎全部就绪</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>{app} 的另一个安装程序正在运行</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>安装已停止</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>修复已停止</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>卸载已停止</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} 尚未就绪</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} 尚未修复</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} 尚未卸载</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} 未完全安装</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} 未完全修复</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} 未完全卸载</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} 未修复</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} 未卸载</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>已完成的部分会保留。</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>需要先等其完成。</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>没有可卸载的内容。</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>没有需要修复的内容。</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>未安装 {app}</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} 不完整</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} 未更新</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} 未安装</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>此磁盘</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>驱动器 {letter}</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>AI 功能</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>正在下载 AI 软件：{received} / {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>正在针对您的 {card} 优化 AI 功能</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>正在优化 AI 功能</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>即将完成… 需要几秒钟，无法停止</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>应用程序文件</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>正在删除文件</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>正在复制文件</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>大约 {count} 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>大约 {count} 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>大约还剩 {count} 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>大约 {count} 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>大约 {count} 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>剩余不到 1 分钟</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>大约还剩 {count} 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>显卡空闲后{time}</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>用时超出预期，仍在进行中。</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>比预期稍长</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left}（估计）</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>已安装 {app} {version}</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>{app} {version} 没有需要修复的内容。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>刚刚检查了 {count} 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>{count} 项 AI 功能中有 {ready} 项就绪</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{all} 项中已安装 {ready} 项</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>可释放 {size}</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>这台电脑没有可用的显卡</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>{features}：可以提速，请选择“修复”。</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>AI 功能可以提速，请选择“修复”。</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>针对 {card} 优化</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>重新优化 AI 功能？</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>您的显卡已更换</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>AI 功能可以提速</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} 需要修复</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>将优化 {count} 项 AI 功能</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>将恢复 {count} 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>没有需要修复的内容</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>AI 功能就绪</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>该磁盘是只读的。</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>允许安装程序使用的内存不足，无法用于 AI 功能。</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>此文件夹中的安装记录已被更改或损坏。</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version} 完整无缺。</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>已针对您的显卡优化</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>已针对您的 {card} 优化</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>可释放 {size}（{volume}）</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>可释放 {size}</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>您更改过的 {count} 个文件会保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>之前已有的 {count} 个文件会保留</numerusform>
        </translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>没有显卡时，以下功能无法使用：{features}。情况改变后，请选择“修复”。</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>没有显卡时，AI 功能无法使用。情况改变后，请选择“修复”。</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>缺失或损坏</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} 未完全更改</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} 未更改</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>正在检查结果</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>正在下载 AI 功能：{received} / {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>较新的驱动程序可能会解决问题。更新驱动程序后，请选择“修复”。</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>要重新检查 AI 功能的结果，请选择“修复”。</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>需要检查 AI 功能</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>将检查 {count} 项 AI 功能</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>部分 AI 功能给出错误的结果</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>已安装新的驱动程序</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>待优化</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>{app} 没有需要修复的内容；此操作会重新优化全部内容。</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>{app} 的 AI 功能未针对此显卡优化。</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>优化期间，其他程序曾占用您的显卡。</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>尚未在这台电脑上检查其结果。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>{count} 个文件缺失或损坏。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>{count} 项 AI 功能缺失或损坏。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>{count} 项 AI 功能给出错误的结果。</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>其 AI 功能所用的软件已更新。</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>部分 AI 功能是使用其他设置生成的。</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>已安装新的驱动程序。</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>部分内容与安装时不一致。</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>部分文件无法从此处恢复</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>要恢复这些文件，请启动您下载的 {app} 安装程序。</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>所有文件完整</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>{count} 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>您自己的文件会保留</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>以及另外 {count} 个</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>{app} 的 AI 功能是针对旧显卡优化的。</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>优化期间，您的显卡曾被占用：{program}。</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>已安装新的驱动程序，因此会重新检查其结果。</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>给出错误结果的功能会重新优化</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>您自己的文件保持不变</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>文件和设置保持不变</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>AI 功能需要 {version} 或更高版本。</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} 需要 {needed}，可用空间为 {free}。</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>请重新下载。</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>此安装程序无法继续</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>您的显卡太旧，无法使用部分 AI 功能</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>AI 功能不支持您的显卡</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>无法确定您的显卡型号。{advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>在重新启动这台电脑之前，AI 功能将无法使用。</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>AI 功能需要最新的驱动程序。</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>可用显存不足</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>请重新启动这台电脑，然后重试。</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>没有可用的显卡，无法安装 {app}。</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} 需要 {series}的显卡。</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>使用此显卡无法安装 {app}。</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>空间不足：{volume}</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>请选择其他文件夹，或再释放 {missing}，此页面会自动更新。</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>请再释放 {missing}，此页面会自动更新。</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} 已在安装中</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>另一个安装程序正在运行</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>需要先等另一个窗口完成，之后此页面会自动继续。</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>请从 {publisher} 重新下载。</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>您的电脑已准备就绪</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>此安装程序不完整</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>可以安装，但 {app} 无法在这台电脑上使用。</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>可以继续，但 {app} 无法在这台电脑上使用。</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>请关闭使用显卡的其他程序，然后重试。</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>可以安装，但部分 AI 功能无法在这台电脑上使用。其他功能均可使用。</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>可以继续，但部分 AI 功能无法在这台电脑上使用。其他功能均可使用。</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>未找到 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>您的显卡没有驱动程序</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>您的显卡没有响应</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>此帐户无法使用您的显卡</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>您的显卡驱动程序版本过旧</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>您的显卡太旧，无法使用 AI 功能</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>您的显卡显存不足，无法使用 AI 功能</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>无法在这台电脑上安装 {app}</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>可以安装，但 AI 功能无法在这台电脑上使用。其他功能均可使用。</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>可以继续，但 AI 功能无法在这台电脑上使用。其他功能均可使用。</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>可以安装，其他功能均可使用。</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>可以继续，其他功能均可使用。</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>无法使用此文件夹</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>需要 {needed}。</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>内存不足，无法优化模型 {model!r}。</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>优化模型 {model!r} 时，engine-installer 发生内部错误。</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>工作区太小</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>同名的维度大小不同</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>某个输入或输出不支持该格式</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>TensorRT-RTX 无法针对 GeForce RTX 20 及其他 Turing GPU（计算能力 7.5）进行此优化</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>GPU 缺少所需的数据类型</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>配置文件中的尺寸相互矛盾</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>库缺少一个算子</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>输入或输出不能使用该数据类型</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>没有用于 Attention 算子的内核</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>库无法处理嵌套的 If 算子</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>使用了另一种 GPU 型号（{gpu}）的计时数据，因此引擎可能达不到应有的速度；应用程序供应商可以为此 GPU 型号附带计时缓存。</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>引擎库无法优化模型 {model!r}：{reason}</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>计时缓存：读取时库出错（{error}）。</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>计时缓存：由于库出错，未使用缓存（{error}）。</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>内存不足，无法优化模型 {model!r}：{reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem}（模型 {model!r}）：{reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>库的全部输出均在日志中。</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason}（算子 {operator}）</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>正在 {gpu} 上加载引擎</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>模型 {model!r} 含有不是有效文本的名称：{name!r}。</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>计时缓存被拒绝：{reason}。</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>无法保存新的计时数据：{reason}。</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>引擎库无法启动：{reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>至少需要 {needed_mib} MiB。</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>模型 {model!r} 的引擎无法在 {gpu} 上加载：{reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>请确认已安装 NVIDIA 驱动程序，且版本满足库的要求。</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>模型 {model!r} 的引擎无法在 {gpu} 上运行：{reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>引擎库不接受模型 {model!r} 的 {setting}。</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>模型 {model!r} 未说明其权重所在的位置。</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>模型 {model!r} 的外部权重过大。</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>相对于 ONNX 文件的文件名</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>模型 {model!r} 的输入和输出无法与其 ONNX 文件的声明一致。</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>输入 {inputs} 在 ONNX 文件中有默认值。引擎没有这些输入，始终使用这些值。</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} 既是模型 {model!r} 的输入，又是其输出；引擎不能让两者使用同一个名称。</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>无法加载 {library}：{reason}。</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>无法加载 {library}：内存不足。</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>库未给出原因。</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>有名称超过 {number} 字节</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}，{library} 不接受</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator}（节点 {node}）</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>模型 {model!r} 的 {file} 不是有效的 ONNX 模型；文件可能不完整或已损坏。</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>模型 {model!r} 的权重位于 {file!r} 中，但 app.toml 未列出该文件。</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>模型 {model!r} 的权重位于 {file!r} 中，但应用程序包中没有该文件。</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>{number} 号</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>模型 {model!r} 未声明其输入 {inputs} 的形状。</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>模型 {model!r} 的 {file} 在安装过程中被更改。</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>模型 {model!r} 的 {file} 是空文件。</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>计算图或外部权重</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>计算图</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>无法使用模型 {model!r} 的 ONNX 文件：{reason}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} 以及另外 {count} 个</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>模型 {model!r} 使用了引擎库不支持的算子：{nodes}。</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r} 在 ONNX 文件中为 {declared}，在引擎中为 {actual}。</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>模型 {model!r} 的外部权重过短：{file} 只有 {size} 字节。</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus} 无法运行此引擎，也无法在此生成其他引擎</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>模型 {model!r} 的外部权重（{file!r}）不匹配。</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>无法将 ONNX 文件声明的输入和输出与引擎的进行比较。</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>采用了非对称或 uint8 量化</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>网络内部不支持 uint8</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>不支持量化整数运算</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>处于训练模式</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>输出数量超过支持范围</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>TensorRT-RTX 没有此算子</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} 无法优化模型 {model!r}：{reasons}</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>输入 {input!r}</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>输出 {output!r}</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>没有节点计算它</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator}（节点 {node}，位于 {outer} 内）</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} 及另外 {count} 个同类节点</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}：{reason}</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>QuantizeLinear 和 DequantizeLinear 的缩放系数和零点必须是常量</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>模型 {model!r} 的 {file} 不是可运行的 ONNX 模型：它没有输出。</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>{file} 中的模型 {model!r} 没有输入。</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>{count} 个维度，超过 {library} 可接受的数量</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>权重 {tensor!r}</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>有一项 AI 功能无法针对这台电脑进行优化。</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>请关闭这些程序，然后重试。</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>请指定以下某个 GPU 的序号、UUID 或 PCI 总线 ID，或指定“all”：{gpus}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>请检查网络连接和系统代理，然后重试。</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>模型 {model!r} 的 ONNX 文件不是网络文件：{reason}。</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>模型 {model!r} 的函数 {function!r} 调用了自身。</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>其函数展开后超过 {number} 个节点</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>有张量超过 {number} 个维度</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>其各部分的嵌套超过 {number} 层</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>其组成部分超过 {number} 个</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>其内容与其数据类型和形状不符</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>没有算子的节点</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>权重 {tensor!r} 是稀疏张量，不受支持</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>没有条件的循环</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml 与模型 {model!r} 的 ONNX 文件不符。</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>已另行保存</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>这台电脑自己的计时数据（{reason}）；{outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what}（{reason}）</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>库未给出原因</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>所有计时缓存</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>库不允许移除随附的计时数据</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} 在检查之后被更改</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>另一项优化占用它们的时间过长</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>无法读取这台电脑自己的计时数据（{error}）</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>无法读取 {file}（{error}）</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>数据过大，已将其删除</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>权重中有无穷大或非数值，引擎的结果也可能如此：{weights}。</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>fp64 类型的权重超出 fp32 的范围，引擎改用 fp32 的最大值：{weights}。</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>权重超出 fp16 的范围，变为无穷大：{weights}。</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>引擎库更改了超出范围的数值：{reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r}（{total} 个中的 {count} 个）</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>在 {programs} 使用 GPU 期间测得；以后修复应用程序可重新测量</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>优化期间 GPU 是否正在使用未知：{reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>在 GPU 使用期间测得；以后修复应用程序可重新测量</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} 是应用程序文件的来源文件夹。</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>版本 {version} 将替换较新的版本 {installed}。</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{installed}（{installed_id}）已安装在 {folder} 中；{name}（{id}）需要单独的文件夹。</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app} 没有功能 {features}。</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>请选择其他文件夹，或先卸载另一个应用程序。</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>没有可修复的内容：{file} 已损坏：{reason}。</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>没有可修复的内容：{file} 不存在。</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>请改为安装应用程序。</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>未使用应用程序附带的一个计时缓存：{problem}。</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>app.toml 设置了 verify = false：未检查此包中文件的哈希值。</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} 已不是 engine-installer 安装时的内容；现保留为 {name}。</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} 属于早期版本，但之后已被更改；予以保留。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>缺少 {count} 个应用程序文件，只能由应用程序自己的安装程序恢复：{files}。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>可以省略的功能：{features}。</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>没有可以省略的功能。</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>未使用计时缓存：{reason}。</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>此用户没有主文件夹，因此日志没有默认位置。</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>无法写入日志文件 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>请用 --log 选择其他文件。</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>已将{what}安装到 {folder}。</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>{count} 个引擎</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>已达到时间限制：已安装 {engines}，还有 {left} 个尚未生成。</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>但缺少 {count} 个应用程序文件：{files}。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>由于多种原因，{count} 项 AI 功能无法安装。</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>未在这台电脑上测量计时数据</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}；计时数据全部来自缓存的模型：{models}中的 {served} 个。</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>请运行应用程序自己的安装程序。</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>缺少 {count} 个应用程序文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>{count} 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation>{wanted}中有 {failed} 个无法优化：</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}：{hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>在这台电脑上测得 {count} 项计时数据，用时 {seconds:.1f} 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>{count} 个应用程序文件</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>无需生成引擎；{file} 已是最新。</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}：{reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>engine-installer 发生内部错误：{kind}：{message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>内存不足，无法继续。</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>{folder} 中没有可通过快捷方式启动的程序。</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>目前这台电脑不需要</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>卸载曾被中断；再次卸载即可完成</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} 已损坏，视为缺失：{reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} 缺失</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>应用程序包中已没有该模型</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>安装曾被中断；再次安装即可完成</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} 在安装后已被更改</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>其 GPU 没有响应</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>缺少 {file}；应用程序自己的安装程序可以恢复它</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>已从 {folder} 删除 {count} 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>没有可删除的内容：engine-installer 未在 {folder} 中安装任何内容。</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>因安装后被更改而保留：{files}。</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>因之前已存在而保留：{files}。</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>因并非由 engine-installer 安装而保留：{files}。</translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>此用户无权删除的空文件夹：{folders}。</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>请选择应用程序的文件夹。</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>先前中断的 {folder} 的卸载已完成。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 以及另外 {count} 个</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>没有数据类型</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>以下文件正在使用中：{files}。</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>{file} 在安装过程中被更改。</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} 与打包时不一致。</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>请重新下载安装程序。</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>请以管理员身份运行。</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>另一个安装程序正在使用 {folder}；正在等待其完成。</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>这台电脑的其他用户无法读取 {place}。如果他们也使用该应用程序，管理员必须授予他们读取权限。</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>操作系统的应用程序列表未更改：{reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>快捷方式 {file} 未更改：{reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>有一次卸载被中断；将先完成它。</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>有一次安装被中断；将先完成它。</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>此程序不包含引擎库，且 {folders} 中没有所需的 wheel 文件：{wheels}。</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>此用户没有主文件夹，因此没有默认的目标文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>请选择只有管理员可以更改的文件夹，或不使用管理员权限运行。</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>此程序不完整：缺少 {file}。</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} 与打包时不一致：其中列有 {name}。</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>它在别处另有名称（硬链接）</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>它属于其他用户，或者其他用户可以写入</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>请重新下载应用程序的安装程序。</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>{app} 的应用程序包已不在 {folder}。</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>应用程序</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>{app} 的应用程序包已不存在。</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>不清楚 {target} 中安装的是哪个应用程序包，因此不会以管理员权限使用任何包。</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>不会以管理员权限使用 {folder} 中的应用程序包：{reason}。</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>{folder} 中的应用程序包不是已安装的那个。</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} 在安装后被更改。</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>安装记录 {file} 与 engine-installer 写入的内容不一致：{fault}。</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>所有用户进行修复时要启动的程序不安全：{reason}。</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>不会以管理员权限写入 {folder}：{reason}。</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} 已存在，且不是由 engine-installer 写入的。</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>此用户没有主文件夹，因此没有可列出该应用程序的菜单。</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>不会向 {target} 写入任何内容：{folder} 是符号链接，而 engine-installer 在那里创建的是文件夹。</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>文件夹 {folder} 与 {target} 不在同一个卷上。</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>无法安装 {file}：为其准备的文件已不存在。</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>它已被更改。请恢复该文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>操作记录 {file} 与 engine-installer 写入的内容不一致：{fault}。</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>请将其改为只有管理员可以更改的文件夹，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>请安装到完全位于同一卷上的文件夹。</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} 是符号链接，不会更改其指向的内容。</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>该文件已被更改，或磁盘已损坏。请删除该文件，然后重新运行安装程序。</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>无法安装 {file}：中断的运行为其准备的文件已不存在。</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>请删除 {journal}，然后重新运行安装程序。</translation>
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
        <translation> 或 </translation>
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
