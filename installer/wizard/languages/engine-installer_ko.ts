<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ActionTexts</name>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Install anyway</source>
        <translation>그래도 설치</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Optimize</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Optimize again anyway…</source>
        <translation>그래도 다시 최적화…</translation>
    </message>
    <message>
        <source>Improve now</source>
        <translation>지금 개선</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>다른 폴더 선택…</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>기다리기</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>그래도 계속</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Improve later</source>
        <translation>나중에 개선</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>옵션…</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>시스템 검사</translation>
    </message>
    <message>
        <source>license terms</source>
        <translation>사용 조건</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>기본값으로 되돌리기</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>다시 검사</translation>
    </message>
    <message>
        <source>Get the driver</source>
        <translation>드라이버 받기</translation>
    </message>
    <message>
        <source>Open website</source>
        <translation>웹사이트 열기</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>세부 정보 보기</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>세부 정보 숨기기</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
</context>
<context>
    <name>CardsPicture</name>
    <message>
        <source>before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Graphics card before: {0}. Now: {1}.</source>
        <translation>이전 그래픽 카드: {0}. 현재: {1}.</translation>
    </message>
</context>
<context>
    <name>ChangePage</name>
    <message>
        <source>Features</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>Change features</source>
        <translation>기능 변경</translation>
    </message>
    <message>
        <source>Choose the features to have on this PC.</source>
        <translation>이 PC에서 사용할 기능을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a feature to add or remove</source>
        <translation>추가하거나 제거할 기능을 선택하십시오</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Add a shortcut to the desktop</source>
        <translation>바탕 화면에 바로 가기 추가</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>설치할 수 없음</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>Start {0} now</source>
        <translation>지금 {0} 시작</translation>
    </message>
</context>
<context>
    <name>FailedPage</name>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
</context>
<context>
    <name>InstallerWindow</name>
    <message>
        <source>{0} Setup</source>
        <translation>{0} 설치</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>설치</translation>
    </message>
</context>
<context>
    <name>LicensePage</name>
    <message>
        <source>License terms</source>
        <translation>사용 조건</translation>
    </message>
    <message>
        <source>License terms of {0}</source>
        <translation>{0} 사용 조건</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>텍스트 (*.txt)</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Check all files, and optimize the AI features again where needed</source>
        <translation>모든 파일을 검사하고 필요하면 AI 기능을 다시 최적화합니다</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Add or remove features</source>
        <translation>기능을 추가하거나 제거합니다</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Take the application off this PC; your own files stay</source>
        <translation>이 PC에서 앱을 제거합니다. 사용자 파일은 유지됩니다</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>어떤 작업을 하시겠습니까?</translation>
    </message>
</context>
<context>
    <name>OptionsPage</name>
    <message>
        <source>Features</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>그래픽 카드</translation>
    </message>
    <message>
        <source>Best speed</source>
        <translation>최고 속도</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Optimization</source>
        <translation>최적화</translation>
    </message>
    <message>
        <source>Prepare the AI features anyway</source>
        <translation>그래도 AI 기능 준비</translation>
    </message>
    <message>
        <source>for use on another computer</source>
        <translation>다른 컴퓨터에서 사용하는 경우</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>AI 기능</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>나만</translation>
    </message>
    <message>
        <source>Everyone on this PC</source>
        <translation>이 PC의 모든 사용자</translation>
    </message>
    <message>
        <source>Install for</source>
        <translation>설치 대상</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>takes less time; AI features may run a little slower</source>
        <translation>시간이 적게 걸리지만 AI 기능이 조금 느려질 수 있습니다</translation>
    </message>
    <message>
        <source>fastest, recommended</source>
        <translation>가장 빠름, 권장</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>메모리 {0}</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>takes longer</source>
        <translation>시간이 더 걸림</translation>
    </message>
    <message>
        <source>Give the full path of a folder, such as {0}.</source>
        <translation>폴더의 전체 경로를 입력하십시오(예: {0}).</translation>
    </message>
    <message>
        <source>{0} needed</source>
        <translation>필요한 공간 {0}</translation>
    </message>
    <message>
        <source>{0} needed, {1} free on {2}</source>
        <translation>필요한 공간 {0}, 사용 가능한 공간 {1}({2})</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>The recommended settings suit most people.</source>
        <translation>대부분의 경우 권장 설정이 적합합니다.</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>그래픽 카드</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부 정보</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>Stop removing {0}?</source>
        <translation>{0} 제거를 중지하시겠습니까?</translation>
    </message>
    <message>
        <source>Keep removing</source>
        <translation>제거 계속</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet.</source>
        <translation>이 PC에서 아직 변경된 내용이 없습니다.</translation>
    </message>
    <message>
        <source>Stop changing {0}?</source>
        <translation>{0} 변경을 중지하시겠습니까?</translation>
    </message>
    <message>
        <source>Stop repairing {0}?</source>
        <translation>{0} 복구를 중지하시겠습니까?</translation>
    </message>
    <message>
        <source>Keep repairing</source>
        <translation>복구 계속</translation>
    </message>
    <message>
        <source>{0} stays as it is. If you repair it later, the optimization starts over.</source>
        <translation>{0} 앱은 그대로 유지됩니다. 나중에 복구하면 최적화가 처음부터 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>Your present version stays. If you update later, the optimization starts over.</source>
        <translation>현재 버전은 그대로 유지됩니다. 나중에 업데이트하면 최적화가 처음부터 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>Stop updating {0}?</source>
        <translation>{0} 업데이트를 중지하시겠습니까?</translation>
    </message>
    <message>
        <source>Keep updating</source>
        <translation>업데이트 계속</translation>
    </message>
    <message>
        <source>Nothing on this PC has been changed yet. If you install later, the optimization starts over.</source>
        <translation>이 PC에서 아직 변경된 내용이 없습니다. 나중에 설치하면 최적화가 처음부터 다시 시작됩니다.</translation>
    </message>
    <message>
        <source>Stop installing {0}?</source>
        <translation>{0} 설치를 중지하시겠습니까?</translation>
    </message>
    <message>
        <source>Keep installing</source>
        <translation>설치 계속</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>{0} in use</source>
        <translation>사용률 {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>{0} is using your graphics card</source>
        <translation>그래픽 카드 사용 중: {0}</translation>
    </message>
    <message>
        <source>The AI features run fastest if nothing else uses the card while they are optimized. Close {0}, or wait: it goes on by itself.</source>
        <translation>최적화하는 동안 다른 프로그램이 그래픽 카드를 사용하지 않으면 AI 기능이 가장 빠르게 실행됩니다. 사용 중인 프로그램({0})을 닫거나 기다리십시오. 자동으로 계속됩니다.</translation>
    </message>
    <message>
        <source>other programs</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>Waiting for {0}</source>
        <translation>기다리는 중: {0}</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>검사 중…</translation>
    </message>
    <message>
        <source>Downloading… {0} of {1}</source>
        <translation>다운로드 중… {0} / {1}</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>다운로드 중…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>복사 중…</translation>
    </message>
    <message>
        <source>Optimizing…</source>
        <translation>최적화 중…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Could not be set up</source>
        <translation>설치할 수 없음</translation>
    </message>
    <message>
        <source>You can minimize this window. We will tell you when it is ready.</source>
        <translation>이 창을 최소화해도 됩니다. 준비되면 알려 드립니다.</translation>
    </message>
    <message>
        <source>Installing {0}</source>
        <translation>{0} 설치 중</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>설치 중</translation>
    </message>
    <message>
        <source>Changing {0}</source>
        <translation>{0} 변경 중</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>변경 중</translation>
    </message>
    <message>
        <source>Repairing {0}</source>
        <translation>{0} 복구 중</translation>
    </message>
    <message>
        <source>Repairing</source>
        <translation>복구 중</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>{0} 제거 중</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>제거 중</translation>
    </message>
    <message>
        <source>Updating {0}</source>
        <translation>{0} 업데이트 중</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>업데이트 중</translation>
    </message>
    <message>
        <source>Waiting for your graphics card</source>
        <translation>그래픽 카드를 기다리는 중</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>마무리하는 중</translation>
    </message>
    <message>
        <source>Your present version keeps working until the new one is ready.</source>
        <translation>새 버전이 준비될 때까지 현재 버전을 계속 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>It is being finished and cannot be stopped any longer</source>
        <translation>마무리하는 중이므로 더 이상 중지할 수 없습니다</translation>
    </message>
    <message>
        <source>It is being stopped</source>
        <translation>중지하는 중입니다</translation>
    </message>
</context>
<context>
    <name>RemovePage</name>
    <message>
        <source>Also remove the log files</source>
        <translation>로그 파일도 제거</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>{0} 앱을 제거하시겠습니까?</translation>
    </message>
    <message>
        <source>Remove the application?</source>
        <translation>앱을 제거하시겠습니까?</translation>
    </message>
    <message>
        <source>The application and its AI features will be taken off this PC.</source>
        <translation>이 PC에서 앱과 AI 기능이 제거됩니다.</translation>
    </message>
</context>
<context>
    <name>RoomMeter</name>
    <message>
        <source>{0} free</source>
        <translation>사용 가능 {0}</translation>
    </message>
    <message>
        <source>{0} missing</source>
        <translation>부족 {0}</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Use of the graphics card, now {percent} percent</source>
        <translation>그래픽 카드 사용률, 현재 {percent}퍼센트</translation>
    </message>
</context>
<context>
    <name>SystemCheckPage</name>
    <message>
        <source>needs {0}</source>
        <translation>필요: {0}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>PC를 검사하는 중…</translation>
    </message>
    <message>
        <source>Your PC could not be checked.</source>
        <translation>PC를 검사할 수 없습니다.</translation>
    </message>
    <message>
        <source>System check</source>
        <translation>시스템 검사</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>PC를 검사하고 있습니다</translation>
    </message>
</context>
<context>
    <name>TroubleWindow</name>
    <message>
        <source>Setup</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>I accept the license terms</source>
        <translation>사용 조건에 동의합니다</translation>
    </message>
    <message>
        <source>Read them</source>
        <translation>내용 읽기</translation>
    </message>
    <message>
        <source>Checking your PC…</source>
        <translation>PC를 검사하는 중…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Another program</source>
        <translation>다른 프로그램</translation>
    </message>
    <message>
        <source>{0} is using your graphics card; it may take longer.</source>
        <translation>그래픽 카드를 사용하는 프로그램({0})이 있어 시간이 더 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Update to {0}</source>
        <translation>{0} 업데이트</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>{0} 설치</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Your PC is being checked</source>
        <translation>PC를 검사하고 있습니다</translation>
    </message>
    <message>
        <source>Accept the license terms first</source>
        <translation>먼저 사용 조건에 동의하십시오</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n시간</numerusform>
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
        <source>There is no app package: {folder} does not exist.</source>
        <translation>앱 패키지가 없습니다. {folder} 폴더가 존재하지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The app package is not valid: {count} problems in {file}.</source>
        <translation>
            <numerusform>앱 패키지가 올바르지 않습니다. {file} 파일에 문제가 {count}개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no app package: {folder} is not a folder.</source>
        <translation>앱 패키지가 없습니다. {folder} 항목은 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>There is no app package: {folder} has no {file}.</source>
        <translation>앱 패키지가 없습니다. {folder} 폴더에 {file} 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Start the installer again from the folder that holds {file}, or download it again.</source>
        <translation>{file} 파일이 있는 폴더에서 설치 프로그램을 다시 시작하거나, 설치 프로그램을 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a corrected package.</source>
        <translation>앱 제공업체에 수정된 패키지를 요청하십시오.</translation>
    </message>
    <message>
        <source>read</source>
        <translation>항목을 읽을</translation>
    </message>
    <message>
        <source>Install engine-installer with its extra &apos;tensorrt&apos; where NVIDIA&apos;s own package index can be reached.</source>
        <translation>NVIDIA 패키지 인덱스에 연결할 수 있는 환경에서 engine-installer를 추가 기능 &apos;tensorrt&apos;와 함께 설치하십시오.</translation>
    </message>
    <message>
        <source>compute capability 7.5 (Turing) or newer</source>
        <translation>Compute Capability 7.5(Turing) 이상</translation>
    </message>
    <message>
        <source>compute_capabilities: a classic TensorRT engine is always built for the GPU that builds it</source>
        <translation>compute_capabilities: 기존 TensorRT의 엔진은 항상 엔진을 만드는 데 쓰인 GPU용으로 만들어집니다</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a version that supports this graphics card.</source>
        <translation>이 그래픽 카드를 지원하는 버전이 있는지 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>Install it with: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</source>
        <translation>설치 방법: pip install tensorrt-rtx-cu13-bindings tensorrt-rtx-cu13-libs</translation>
    </message>
    <message>
        <source>compute capability 7.5, 8.0, 8.6, 8.9, or 12.0 and newer (GeForce RTX 20 to 50 and similar)</source>
        <translation>Compute Capability 7.5, 8.0, 8.6, 8.9 또는 12.0 이상(GeForce RTX 20~50 및 유사 제품)</translation>
    </message>
    <message>
        <source>optimization_level (and heuristic): TensorRT-RTX selects no tactics, so it has no effect</source>
        <translation>optimization_level(및 heuristic): TensorRT-RTX는 전술을 선택하지 않으므로 효과가 없습니다</translation>
    </message>
    <message>
        <source>hardware_compatibility: TensorRT-RTX ignores it; name the GPUs with compute_capabilities</source>
        <translation>hardware_compatibility: TensorRT-RTX에서는 무시됩니다. compute_capabilities로 GPU를 지정하십시오</translation>
    </message>
    <message>
        <source>version_compatible: TensorRT-RTX does not ship the lean runtime that it needs</source>
        <translation>version_compatible: 필요한 경량 런타임이 TensorRT-RTX에 포함되어 있지 않습니다</translation>
    </message>
    <message>
        <source>compute_capabilities {unknown}: TensorRT-RTX builds for {known} (leave the key out for all from 8.0 on, including newer GPUs)</source>
        <translation>compute_capabilities {unknown}: TensorRT-RTX에서 지원하는 값은 {known}입니다(이 키를 생략하면 새 GPU를 포함하여 8.0 이상 모두 해당)</translation>
    </message>
    <message>
        <source>Something unexpected happened.</source>
        <translation>예기치 않은 문제가 발생했습니다.</translation>
    </message>
    <message>
        <source>It was stopped before it was finished.</source>
        <translation>완료되기 전에 중지되었습니다.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly.</source>
        <translation>설치 프로그램의 일부가 예기치 않게 중단되었습니다.</translation>
    </message>
    <message>
        <source>An AI feature did not pass its final check.</source>
        <translation>최종 검사를 통과하지 못한 AI 기능이 있습니다.</translation>
    </message>
    <message>
        <source>The setup could not be made.</source>
        <translation>설치 프로그램을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The setup took longer than it was allowed to.</source>
        <translation>설치가 허용된 시간보다 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>Another program is using your graphics card.</source>
        <translation>다른 프로그램이 그래픽 카드를 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is installed here.</source>
        <translation>여기에는 설치된 항목이 없습니다.</translation>
    </message>
    <message>
        <source>This setup is incomplete or damaged. Download it again.</source>
        <translation>이 설치 프로그램은 불완전하거나 손상되었습니다. 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>This application is already being set up in another window.</source>
        <translation>이 앱은 다른 창에서 이미 설치되고 있습니다.</translation>
    </message>
    <message>
        <source>The log file of the setup cannot be written.</source>
        <translation>설치 프로그램의 로그 파일에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>It was stopped, because going on would not be safe.</source>
        <translation>계속하면 안전하지 않으므로 중지되었습니다.</translation>
    </message>
    <message>
        <source>The AI features cannot be set up on this PC.</source>
        <translation>이 PC에는 AI 기능을 설치할 수 없습니다.</translation>
    </message>
    <message>
        <source>A part of the setup could not be downloaded. Check your internet connection.</source>
        <translation>설치에 필요한 일부 항목을 다운로드할 수 없습니다. 인터넷 연결을 확인하십시오.</translation>
    </message>
    <message>
        <source>The setup cannot go on with these settings.</source>
        <translation>이 설정으로는 설치를 계속할 수 없습니다.</translation>
    </message>
    <message>
        <source>You are not allowed to write there.</source>
        <translation>해당 위치에 쓸 수 있는 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Your PC had too little free memory. Close other programs, then try again.</source>
        <translation>PC의 여유 메모리가 부족했습니다. 다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Another program is using a file that must be replaced. Close it, then try again.</source>
        <translation>바꿔야 하는 파일을 다른 프로그램이 사용하고 있습니다. 그 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The disk became full.</source>
        <translation>디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>A file could not be read or written.</source>
        <translation>파일을 읽거나 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>{place} is not as it should be</source>
        <translation>{place} 내용이 올바르지 않습니다</translation>
    </message>
    <message>
        <source>The time limit was reached before an engine was finished. Nothing was changed.</source>
        <translation>엔진을 하나도 완성하기 전에 제한 시간에 도달했습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>The run was cancelled. Nothing was changed.</source>
        <translation>작업이 취소되었습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Writing the engine</source>
        <translation>엔진을 쓰는 중</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} were measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>이 컴퓨터에서 {count:,}개를 {seconds:.1f}초 동안 측정했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>every timing came from the cache</source>
        <translation>모든 타이밍을 캐시에서 가져왔습니다</translation>
    </message>
    <message>
        <source>{hits:,} of {total:,} timings came from the cache</source>
        <translation>타이밍 {total:,}개 중 {hits:,}개를 캐시에서 가져왔습니다</translation>
    </message>
    <message>
        <source>the cache had {count:,} timings before</source>
        <translation>캐시에 이미 타이밍이 {count:,}개 있었습니다</translation>
    </message>
    <message>
        <source>none were measured here</source>
        <translation>이 컴퓨터에서 측정한 것은 없습니다</translation>
    </message>
    <message>
        <source>they could not be kept: {reason}</source>
        <translation>저장할 수 없었습니다: {reason}</translation>
    </message>
    <message>
        <source>all {count:,} timings came from the cache</source>
        <translation>타이밍 {count:,}개를 모두 캐시에서 가져왔습니다</translation>
    </message>
    <message>
        <source>no timing cache</source>
        <translation>타이밍 캐시 없음</translation>
    </message>
    <message>
        <source>refused: {reason}</source>
        <translation>사용할 수 없음: {reason}</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: {reason}.</source>
        <translation>{path} {doing} 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>replace</source>
        <translation>항목을 바꿀</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>항목을 제거할</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: the disk is full.</source>
        <translation>{path} {doing} 수 없습니다: 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: access denied.</source>
        <translation>{path} {doing} 수 없습니다: 액세스가 거부되었습니다.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: another program is using it.</source>
        <translation>{path} {doing} 수 없습니다: 다른 프로그램이 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: out of memory.</source>
        <translation>{path} {doing} 수 없습니다: 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Check the disk, or choose a folder on another one.</source>
        <translation>디스크를 확인하거나 다른 디스크의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The path {path!r} has a character that no path may have.</source>
        <translation>경로 {path!r}에 사용할 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>flush</source>
        <translation>항목의 내용을 디스크에 저장할</translation>
    </message>
    <message>
        <source>write</source>
        <translation>항목에 쓸</translation>
    </message>
    <message>
        <source>Free some space on that disk, or choose another folder.</source>
        <translation>해당 디스크의 공간을 확보하거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The home folder in {path} is not known.</source>
        <translation>{path} 경로의 홈 폴더를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>create the folder</source>
        <translation>폴더를 만들</translation>
    </message>
    <message>
        <source>Run as a user who may read it.</source>
        <translation>읽을 수 있는 권한이 있는 사용자로 실행하십시오.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>쓰기 권한이 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The path {path} is relative, but the current directory no longer exists.</source>
        <translation>{path} 경로는 상대 경로인데 현재 폴더가 더 이상 존재하지 않습니다.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of engine-installer (schema {schema}; this version knows {known}).</source>
        <translation>{file} 파일은 더 새로운 버전의 engine-installer에서 작성되었습니다(스키마 {schema}, 이 버전에서 지원하는 스키마 {known}).</translation>
    </message>
    <message>
        <source>it has more than {count} entries</source>
        <translation>항목이 {count}개를 초과합니다</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>중첩이 너무 깊습니다</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>JSON 형식이 아닙니다</translation>
    </message>
    <message>
        <source>Use that version.</source>
        <translation>해당 버전을 사용하십시오.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>파일 전체</translation>
    </message>
    <message>
        <source>{place} is wrong</source>
        <translation>{place} 항목이 잘못되었습니다</translation>
    </message>
    <message>
        <source>{setting} {value}, was {old}</source>
        <translation>{setting} {value}(이전: {old})</translation>
    </message>
    <message>
        <source>it grew while it was read</source>
        <translation>읽는 동안 크기가 커졌습니다</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>it is a pipe</source>
        <translation>파이프입니다</translation>
    </message>
    <message>
        <source>it is a socket</source>
        <translation>소켓입니다</translation>
    </message>
    <message>
        <source>it is a device</source>
        <translation>장치입니다</translation>
    </message>
    <message>
        <source>it is a symbolic link</source>
        <translation>심볼릭 링크입니다</translation>
    </message>
    <message>
        <source>it is larger than {limit_mib} MiB</source>
        <translation>{limit_mib} MiB를 초과합니다</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>파일이 아닙니다</translation>
    </message>
    <message>
        <source>{sentence:capital}.</source>
        <translation>{sentence:capital}.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for {gpu} (compute capability {own}): {reason:part}</source>
        <translation>{library} 라이브러리로는 {gpu}용(Compute Capability {own}) {model!r} 모델의 엔진을 만들 수 없습니다: {reason:part}</translation>
    </message>
    <message>
        <source>the model uses {data_type}, which needs compute capability {least} or newer</source>
        <translation>모델에서 사용하는 데이터 형식 {data_type}에는 Compute Capability {least} 이상이 필요합니다</translation>
    </message>
    <message>
        <source>Engines for other computers can be built anyway.</source>
        <translation>다른 컴퓨터용 엔진은 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>{library} {version} is installed</source>
        <translation>{library} {version} 버전이 설치되어 있습니다</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>지원되는 GPU가 없습니다</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} was ended, because it had done nothing for {minutes} min.</source>
        <translation>{model!r} 모델의 엔진 생성 프로그램이 {minutes}분 동안 아무 작업도 하지 않아 종료되었습니다.</translation>
    </message>
    <message>
        <source>It has crashed in the same way before, so the cause is this model: the engine library fails on it, for example because its network is too deep.</source>
        <translation>이전에도 같은 방식으로 중단된 적이 있으므로 원인은 이 모델입니다. 네트워크가 너무 깊은 등의 이유로 엔진 라이브러리가 이 모델을 처리하지 못합니다.</translation>
    </message>
    <message>
        <source>Report it to the application&apos;s vendor; trying again does not help.</source>
        <translation>앱 제공업체에 알려 주십시오. 다시 시도해도 해결되지 않습니다.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {used_mib} MiB and all builds together may take {limit_mib} MiB of memory.</source>
        <translation>{model!r} 모델의 엔진 만들기가 {used_mib} MiB를 사용하여 종료되었습니다. 모든 만들기 작업이 함께 사용할 수 있는 메모리는 {limit_mib} MiB입니다.</translation>
    </message>
    <message>
        <source>Building the model {model!r} was ended, because it had taken {hours} h, far longer than expected.</source>
        <translation>{model!r} 모델의 엔진 만들기가 예상보다 훨씬 오래({hours}시간) 걸려 종료되었습니다.</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free, and the model {model!r} needs at least {needed_mib} MiB; it {verdict}.</source>
        <translation>{gpu} 메모리는 {total_mib} MiB 중 {free_mib} MiB가 비어 있지만, {model!r} 모델에는 적어도 {needed_mib} MiB가 필요합니다. 이 GPU의 상태: {verdict}.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} crashed: {how}.</source>
        <translation>{model!r} 모델의 엔진 생성 프로그램이 예기치 않게 중단되었습니다: {how}.</translation>
    </message>
    <message>
        <source>A virus scanner may have blocked it, the system may be short of files or memory, or the installation is damaged.</source>
        <translation>바이러스 검사 프로그램이 차단했거나, 시스템의 파일 또는 메모리가 부족하거나, 설치가 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Use a computer with more memory. If that does not help, ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>메모리가 더 많은 컴퓨터를 사용하십시오. 그래도 해결되지 않으면 앱 제공업체에 문의하십시오. 모델이 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor: the model may be damaged.</source>
        <translation>앱 제공업체에 문의하십시오. 모델이 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}.</source>
        <translation>메모리가 부족하여 {model!r} 모델의 엔진을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The system may have run out of memory.</source>
        <translation>시스템 메모리가 부족했을 수 있습니다.</translation>
    </message>
    <message>
        <source>The builder of the model {model!r} could not be started: {reason}</source>
        <translation>{model!r} 모델의 엔진 생성 프로그램을 시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{gpu} {verdict}, so timing the kernels again would be no better.</source>
        <translation>{gpu}: {verdict}. 따라서 다시 측정해도 결과가 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>{model} for {gpu}</source>
        <translation>{model}({gpu}용)</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked</source>
        <translation>app.toml에 verify = false로 지정되어 있어 이 패키지의 파일을 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>every file has the hash that app.toml states</source>
        <translation>모든 파일의 해시가 app.toml에 적힌 값과 일치합니다</translation>
    </message>
    <message>
        <source>it was asked for</source>
        <translation>지정되었습니다</translation>
    </message>
    <message numerus="yes">
        <source>{count} models to build, {cores} cores; as far as free memory allows</source>
        <translation>
            <numerusform>만들 모델 {count}개, 코어 {cores}개, 여유 메모리에 따라 조정됨</numerusform>
        </translation>
    </message>
    <message>
        <source>three quarters of the system memory</source>
        <translation>시스템 메모리의 4분의 3</translation>
    </message>
    <message>
        <source>{library} needs a GPU of {gpus}</source>
        <translation>{library} 라이브러리에는 다음 GPU가 필요합니다: {gpus}</translation>
    </message>
    <message>
        <source>No engine library is installed: neither TensorRT-RTX nor TensorRT.</source>
        <translation>엔진 라이브러리가 설치되어 있지 않습니다(TensorRT-RTX와 TensorRT 모두 없음).</translation>
    </message>
    <message>
        <source>{error} That may be because {problem}.</source>
        <translation>{error} 원인일 수 있는 문제: {problem}.</translation>
    </message>
    <message>
        <source>The model {model!r} needs a supported NVIDIA GPU, but {reason}.</source>
        <translation>{model!r} 모델에는 지원되는 NVIDIA GPU가 필요합니다: {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot build {model!r} for compute capability {targets}: {reason:part}.</source>
        <translation>{library} 라이브러리로는 Compute Capability {targets}용 {model!r} 모델의 엔진을 만들 수 없습니다: {reason:part}.</translation>
    </message>
    <message>
        <source>kernels are timed on the GPU, and two builds at once would disturb each other</source>
        <translation>GPU에서 측정하므로 두 개를 동시에 만들면 서로 방해가 됩니다</translation>
    </message>
    <message>
        <source>the largest model may need as much</source>
        <translation>가장 큰 모델에 그만큼 필요할 수 있습니다</translation>
    </message>
    <message>
        <source>{library} is not installed.</source>
        <translation>{library} 라이브러리가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>the app package asks for it</source>
        <translation>앱 패키지에서 지정했습니다</translation>
    </message>
    <message>
        <source>{library} cannot honour {setting}</source>
        <translation>{library} 라이브러리에서 지원하지 않는 설정입니다: {setting}</translation>
    </message>
    <message>
        <source>Portable engines cannot be built here: {reasons}.</source>
        <translation>여기서는 이식 가능한 엔진을 만들 수 없습니다: {reasons}.</translation>
    </message>
    <message>
        <source>No engine library can build {model!r}: {reasons}.</source>
        <translation>{model!r} 모델의 엔진을 만들 수 있는 엔진 라이브러리가 없습니다: {reasons}.</translation>
    </message>
    <message>
        <source>{library} supports {gpus}</source>
        <translation>{library} 라이브러리에서 지원하는 GPU: {gpus}</translation>
    </message>
    <message>
        <source>{library} cannot honour what was asked for:
{settings}</source>
        <translation>{library} 라이브러리에서 지원하지 않는 항목이 지정되었습니다:
{settings}</translation>
    </message>
    <message>
        <source>every engine is built again, as asked for</source>
        <translation>지정한 대로 모든 엔진을 다시 만듭니다</translation>
    </message>
    <message>
        <source>library default</source>
        <translation>라이브러리 기본값</translation>
    </message>
    <message>
        <source>one engine for every GPU of {capabilities}</source>
        <translation>다음의 모든 GPU에 사용할 수 있는 엔진 하나: {capabilities}</translation>
    </message>
    <message>
        <source>{library} builds for the GPU that it runs on</source>
        <translation>{library} 라이브러리는 실행 중인 GPU용으로 만듭니다</translation>
    </message>
    <message>
        <source>{capability} is newer than every GPU that can be named</source>
        <translation>{capability} 값은 지정할 수 있는 모든 GPU보다 새롭습니다</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines</source>
        <translation>{library} 라이브러리로는 이식 가능한 엔진을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>engines that do not depend on it were asked for</source>
        <translation>GPU에 의존하지 않는 엔진이 지정되었습니다</translation>
    </message>
    <message>
        <source>{library} cannot honour these settings of the model {model!r}:
{settings}</source>
        <translation>{library} 라이브러리에서 {model!r} 모델의 다음 설정을 지원하지 않습니다:
{settings}</translation>
    </message>
    <message>
        <source>only {gpu} will run these engines</source>
        <translation>이 엔진은 {gpu}에서만 실행됩니다</translation>
    </message>
    <message>
        <source>the feature {feature!r} was not chosen</source>
        <translation>{feature!r} 기능을 선택하지 않았습니다</translation>
    </message>
    <message>
        <source>{library} is not installed</source>
        <translation>{library} 라이브러리가 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>--gpu builds for a GPU of this computer, --portable and --for build without regard to any.</source>
        <translation>--gpu는 이 컴퓨터의 GPU용으로 만들고, --portable과 --for는 GPU와 관계없이 만듭니다.</translation>
    </message>
    <message>
        <source>{library} cannot build portable engines: it times kernels on the GPU of this machine.</source>
        <translation>{library} 라이브러리는 이 컴퓨터의 GPU에서 측정하므로 이식 가능한 엔진을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>the app package names them</source>
        <translation>앱 패키지에서 지정했습니다</translation>
    </message>
    <message>
        <source>finished by a run that was interrupted</source>
        <translation>중단된 작업에서 완료되었습니다</translation>
    </message>
    <message>
        <source>Leave out one of them.</source>
        <translation>둘 중 하나를 생략하십시오.</translation>
    </message>
    <message>
        <source>Leave out --portable and --for, or use --backend tensorrt-rtx.</source>
        <translation>--portable과 --for를 생략하거나 --backend tensorrt-rtx를 사용하십시오.</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>지정한 대로</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>Engine library</source>
        <translation>엔진 라이브러리</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU 메모리</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Write access</source>
        <translation>쓰기 권한</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>다른 작업</translation>
    </message>
    <message>
        <source>{problem:capital}, and these engines do not need one</source>
        <translation>{problem:capital}. 그러나 이 엔진에는 필요하지 않습니다</translation>
    </message>
    <message>
        <source>This computer cannot run these engines: {reason}</source>
        <translation>이 컴퓨터에서는 이 엔진을 실행할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{gpu}, compute capability {capability}, {mib} MiB</source>
        <translation>{gpu}, Compute Capability {capability}, {mib} MiB</translation>
    </message>
    <message>
        <source>Enlarge the swap space or page file, or build on a computer with more memory.</source>
        <translation>스왑 공간이나 페이지 파일을 늘리거나, 메모리가 더 많은 컴퓨터에서 만드십시오.</translation>
    </message>
    <message>
        <source>The container sets this limit: give it more memory.</source>
        <translation>컨테이너에서 이 제한을 설정했습니다. 컨테이너에 메모리를 더 할당하십시오.</translation>
    </message>
    <message>
        <source>The shell or the service that started this sets the limit: raise it (ulimit -v).</source>
        <translation>이 프로그램을 시작한 셸 또는 서비스에서 제한을 설정했습니다. 제한을 늘리십시오(ulimit -v).</translation>
    </message>
    <message>
        <source>{free_mib} of {total_mib} MiB free</source>
        <translation>{total_mib} MiB 중 {free_mib} MiB 사용 가능</translation>
    </message>
    <message>
        <source>building {model!r} may need {needed_mib} MiB</source>
        <translation>{model!r} 모델의 엔진을 만드는 데 {needed_mib} MiB가 필요할 수 있습니다</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder.</source>
        <translation>공간을 확보하거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>{folder} 폴더에 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>NVIDIA driver {version}</source>
        <translation>NVIDIA 드라이버 {version}</translation>
    </message>
    <message>
        <source>{gpu}: supported by {libraries}</source>
        <translation>{gpu}: 지원하는 라이브러리: {libraries}</translation>
    </message>
    <message>
        <source>{gpu} has {free_mib} of {total_mib} MiB free</source>
        <translation>{gpu}: {total_mib} MiB 중 {free_mib} MiB 사용 가능</translation>
    </message>
    <message>
        <source>{model!r} needs at least {needed_mib} MiB</source>
        <translation>{model!r} 모델에는 적어도 {needed_mib} MiB가 필요합니다</translation>
    </message>
    <message>
        <source>{free}; builds may take {limit_mib} MiB ({reason})</source>
        <translation>{free}. 만들기 작업에 {limit_mib} MiB까지 사용할 수 있습니다({reason})</translation>
    </message>
    <message>
        <source>Close other programs if the build fails.</source>
        <translation>만들기에 실패하면 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Building {model!r} may need {needed_mib} MiB, and builds may take {limit_mib} MiB of memory.</source>
        <translation>{model!r} 모델의 엔진을 만드는 데 {needed_mib} MiB가 필요할 수 있지만, 만들기 작업에 사용할 수 있는 메모리는 {limit_mib} MiB입니다.</translation>
    </message>
    <message>
        <source>the free space on the volume of {folder} is unknown</source>
        <translation>{folder} 폴더가 있는 볼륨의 여유 공간을 알 수 없습니다</translation>
    </message>
    <message>
        <source>{free_mib} MiB free for {folder}</source>
        <translation>{folder} 폴더에 {free_mib} MiB 사용 가능</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the installation needs about {needed_mib} MiB.</source>
        <translation>{folder} 폴더가 있는 볼륨의 공간이 부족합니다. 여유 공간은 {free_mib} MiB이지만 설치에는 약 {needed_mib} MiB가 필요합니다.</translation>
    </message>
    <message>
        <source>There is not enough space on the volume of {folder}: {free_mib} MiB are free, and the engines need about {needed_mib} MiB.</source>
        <translation>{folder} 폴더가 있는 볼륨의 공간이 부족합니다. 여유 공간은 {free_mib} MiB이지만 엔진에는 약 {needed_mib} MiB가 필요합니다.</translation>
    </message>
    <message>
        <source>NVIDIA driver {version} (CUDA {cuda})</source>
        <translation>NVIDIA 드라이버 {version}(CUDA {cuda})</translation>
    </message>
    <message>
        <source>Run the installation with a higher limit of memory.</source>
        <translation>메모리 제한을 늘려 설치를 실행하십시오.</translation>
    </message>
    <message>
        <source>no other run is using this target</source>
        <translation>이 폴더를 사용하는 다른 작업이 없습니다</translation>
    </message>
    <message>
        <source>{count} problems prevent the installation:</source>
        <translation>{count}개의 문제 때문에 설치할 수 없습니다:</translation>
    </message>
    <message>
        <source>neither TensorRT-RTX nor TensorRT is installed</source>
        <translation>TensorRT-RTX와 TensorRT가 모두 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>write to</source>
        <translation>항목에 쓸</translation>
    </message>
    <message>
        <source>The path {folder} cannot be spelled in this system&apos;s character set.</source>
        <translation>{folder} 경로는 이 시스템의 문자 집합으로 표현할 수 없습니다.</translation>
    </message>
    <message>
        <source>{gpu}: {reason}</source>
        <translation>{gpu}: {reason}</translation>
    </message>
    <message>
        <source>This computer has too little memory: {need}.</source>
        <translation>이 컴퓨터의 메모리가 부족합니다: {need}.</translation>
    </message>
    <message>
        <source>This program may use too little memory: {need}.</source>
        <translation>이 프로그램이 사용할 수 있는 메모리가 부족합니다: {need}.</translation>
    </message>
    <message>
        <source>Choose a folder with another name.</source>
        <translation>이름이 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Building {model!r} hit an internal error: {error}</source>
        <translation>{model!r} 모델의 엔진을 만드는 동안 내부 오류가 발생했습니다: {error}</translation>
    </message>
    <message>
        <source>What was downloaded could not be verified, so it was not used.</source>
        <translation>다운로드한 내용을 확인할 수 없어 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>That disk is read-only.</source>
        <translation>해당 디스크는 읽기 전용입니다.</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this version of the model</source>
        <translation>제공업체에서 이 버전의 모델에 대한 엔진을 제공하지 않습니다</translation>
    </message>
    <message>
        <source>it is not in the setup: {mb:.1f} MB to download</source>
        <translation>설치 프로그램에 없습니다: {mb:.1f} MB 다운로드</translation>
    </message>
    <message>
        <source>The model {model!r} is neither in the setup nor among what can be downloaded.</source>
        <translation>{model!r} 모델이 설치 프로그램에도 없고 다운로드할 수 있는 항목에도 없습니다.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for it.</source>
        <translation>앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>The vendor has no AI feature ready for this PC.</source>
        <translation>제공업체에서 이 PC에 맞게 준비한 AI 기능이 없습니다.</translation>
    </message>
    <message>
        <source>app.toml says that {file} has {stated} bytes, but the vendor delivers {found}.</source>
        <translation>app.toml에 따르면 {file}의 크기는 {stated}바이트이지만 제공업체가 제공하는 크기는 {found}바이트입니다.</translation>
    </message>
    <message>
        <source>{cores} cores; as far as free memory allows; downloads one by one</source>
        <translation>코어 {cores}개, 여유 메모리에 따라 조정됨, 다운로드는 하나씩</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>그래픽 카드</translation>
    </message>
    <message>
        <source>An AI feature gave wrong results on this PC.</source>
        <translation>이 PC에서 잘못된 결과를 낸 AI 기능이 있습니다.</translation>
    </message>
    <message>
        <source>Checking the results on {gpu}</source>
        <translation>{gpu}에서 결과를 검사하는 중</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} is another one</source>
        <translation>{plugin!r} 플러그인이 바뀌었습니다</translation>
    </message>
    <message>
        <source>{way}: {reason:part}</source>
        <translation>{way}: {reason:part}</translation>
    </message>
    <message>
        <source>What belongs to {model!r} gives wrong results on {gpu}, in whatever way it is set up.</source>
        <translation>{model!r} 항목은 어떤 방법으로 설치해도 {gpu}에서 잘못된 결과를 냅니다.</translation>
    </message>
    <message>
        <source>as downloaded</source>
        <translation>다운로드한 상태</translation>
    </message>
    <message>
        <source>The engine that was there before stays.</source>
        <translation>기존 엔진은 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>검사하지 않음</translation>
    </message>
    <message>
        <source>its results were not checked yet</source>
        <translation>결과를 아직 검사하지 않았습니다</translation>
    </message>
    <message>
        <source>the vendor has changed what its results are checked with</source>
        <translation>제공업체에서 결과 검사에 쓰는 데이터를 변경했습니다</translation>
    </message>
    <message>
        <source>its results were checked on {old}, but the GPU is now {new}</source>
        <translation>결과는 {old}에서 검사했지만 현재 GPU는 {new}입니다</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, so its results are checked again</source>
        <translation>드라이버가 변경되어({old} → {new}) 결과를 다시 검사합니다</translation>
    </message>
    <message>
        <source>without timings from elsewhere</source>
        <translation>다른 곳의 타이밍 사용 안 함</translation>
    </message>
    <message>
        <source>as installed</source>
        <translation>설치된 상태</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s newest driver, then try again; if that does not help, ask the application&apos;s vendor.</source>
        <translation>NVIDIA의 최신 드라이버를 설치한 다음 다시 시도하고, 그래도 해결되지 않으면 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>checked on {gpu}</source>
        <translation>{gpu}에서 검사</translation>
    </message>
    <message>
        <source>nothing was answered</source>
        <translation>결과가 반환되지 않았습니다</translation>
    </message>
    <message>
        <source>with optimization level {level}</source>
        <translation>최적화 수준 {level} 사용</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>with {library}</source>
        <translation>{library} 사용</translation>
    </message>
    <message>
        <source>from {file}, which is in fp32</source>
        <translation>fp32 형식의 {file} 파일 사용</translation>
    </message>
    <message>
        <source>What was there before stays.</source>
        <translation>기존에 있던 것은 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>it crashed when it was tried: {how}</source>
        <translation>시험 실행 중에 예기치 않게 중단되었습니다: {how}</translation>
    </message>
    <message>
        <source>it did not come to an end when it was tried</source>
        <translation>시험 실행이 끝나지 않았습니다</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>일반적인 방법</translation>
    </message>
    <message>
        <source>with what the vendor knows to be right</source>
        <translation>제공업체에서 올바르다고 확인한 결과와 비교합니다</translation>
    </message>
    <message>
        <source>none was asked for</source>
        <translation>검사하지 않도록 지정되었습니다</translation>
    </message>
    <message>
        <source>the app package asks for none</source>
        <translation>앱 패키지에서 검사하지 않도록 지정되었습니다</translation>
    </message>
    <message>
        <source>no GPU of this computer can run it</source>
        <translation>이 컴퓨터에 이것을 실행할 수 있는 GPU가 없습니다</translation>
    </message>
    <message>
        <source>AI software</source>
        <translation>AI 소프트웨어</translation>
    </message>
    <message>
        <source>Graphics memory</source>
        <translation>그래픽 메모리</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Other setups</source>
        <translation>다른 설치 작업</translation>
    </message>
    <message>
        <source>{card}, {memory}</source>
        <translation>{card}, {memory}</translation>
    </message>
    <message>
        <source>{free} of {total} free</source>
        <translation>{total} 중 {free} 사용 가능</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>확인할 수 없음</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>설치되지 않음</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>실행되지 않음</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>다시 시작 필요</translation>
    </message>
    <message>
        <source>Not for this user</source>
        <translation>이 사용자는 사용할 수 없음</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card</source>
        <translation>NVIDIA 그래픽 카드 없음</translation>
    </message>
    <message>
        <source>{version} or newer</source>
        <translation>{version} 이상</translation>
    </message>
    <message>
        <source>Not included</source>
        <translation>포함되지 않음</translation>
    </message>
    <message>
        <source>RTX {series} series or newer</source>
        <translation>RTX {series} 시리즈 이상</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>응답하지 않음</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>필요하지 않음</translation>
    </message>
    <message>
        <source>The setup is not allowed to use enough memory for the AI features.</source>
        <translation>설치 프로그램이 사용할 수 있는 메모리가 AI 기능에 부족합니다.</translation>
    </message>
    <message>
        <source>none is installed, and nothing is built here</source>
        <translation>설치되어 있지 않으며, 여기서 만드는 것은 없습니다</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>포함됨</translation>
    </message>
    <message>
        <source>the engine library is not here, and nothing had to be built</source>
        <translation>엔진 라이브러리가 여기에 없고, 만들어야 할 것도 없었습니다</translation>
    </message>
    <message>
        <source>is built again {way}</source>
        <translation>다시 만듭니다({way})</translation>
    </message>
    <message>
        <source>is downloaded instead</source>
        <translation>대신 다운로드합니다</translation>
    </message>
    <message>
        <source>{engine} gives wrong results now and is set up again.</source>
        <translation>{engine} 엔진이 이제 잘못된 결과를 내므로 다시 설치합니다.</translation>
    </message>
    <message>
        <source>{engine} gave wrong results and is set up in another way.</source>
        <translation>{engine} 엔진이 잘못된 결과를 내어 다른 방법으로 설치합니다.</translation>
    </message>
    <message>
        <source>is built here instead</source>
        <translation>대신 여기서 만듭니다</translation>
    </message>
    <message>
        <source>is built again</source>
        <translation>다시 만듭니다</translation>
    </message>
    <message>
        <source>{engine} could not be downloaded and is built here instead: {reason}</source>
        <translation>{engine} 엔진을 다운로드할 수 없어 대신 여기서 만듭니다: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be built here and is downloaded instead: {reason}</source>
        <translation>{engine} 엔진을 여기서 만들 수 없어 대신 다운로드합니다: {reason}</translation>
    </message>
    <message>
        <source>{engine} could not be set up in this way and is set up in another one.</source>
        <translation>{engine} 엔진을 이 방법으로 설치할 수 없어 다른 방법으로 설치합니다.</translation>
    </message>
    <message>
        <source>the app package has it built here</source>
        <translation>앱 패키지의 지정에 따라 여기서 만듭니다</translation>
    </message>
    <message>
        <source>the app package has it downloaded</source>
        <translation>앱 패키지의 지정에 따라 다운로드합니다</translation>
    </message>
    <message>
        <source>the app package prefers downloads</source>
        <translation>앱 패키지에서 다운로드를 우선합니다</translation>
    </message>
    <message>
        <source>the app package prefers building here</source>
        <translation>앱 패키지에서 여기서 만드는 것을 우선합니다</translation>
    </message>
    <message>
        <source>this takes less time</source>
        <translation>이 방법이 시간이 적게 걸립니다</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s, after {mb:.0f} MB of the engine library</source>
        <translation>엔진 라이브러리 {mb:.0f} MB를 다운로드한 다음 여기서 만드는 데 약 {seconds}초 걸립니다</translation>
    </message>
    <message>
        <source>The engine of {model!r} cannot be downloaded: {reason}.</source>
        <translation>{model!r} 모델의 엔진을 다운로드할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{offer}: {mb:.1f} MB, about {seconds} s</source>
        <translation>{offer}: {mb:.1f} MB, 약 {seconds}초</translation>
    </message>
    <message>
        <source>nothing can be downloaded now: {reason:part}</source>
        <translation>지금은 아무것도 다운로드할 수 없습니다: {reason:part}</translation>
    </message>
    <message>
        <source>it cannot be built here: {reason:part}</source>
        <translation>여기서는 만들 수 없습니다: {reason:part}</translation>
    </message>
    <message>
        <source>building it here takes about {seconds} s</source>
        <translation>여기서 만드는 데 약 {seconds}초 걸립니다</translation>
    </message>
    <message>
        <source>those that ship cannot be used: {problem}</source>
        <translation>포함된 캐시를 사용할 수 없습니다: {problem}</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for an engine for this computer.</source>
        <translation>이 컴퓨터용 엔진이 있는지 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} 사용 가능</translation>
    </message>
    <message>
        <source>Cannot be written to</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>One is running</source>
        <translation>실행 중인 작업 있음</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Can be written to</source>
        <translation>쓸 수 있음</translation>
    </message>
    <message>
        <source>None running</source>
        <translation>실행 중인 작업 없음</translation>
    </message>
    <message>
        <source>it ended with exit status {status}</source>
        <translation>종료 코드 {status}: 비정상 종료</translation>
    </message>
    <message>
        <source>only {found} bytes of a {expected}-byte header</source>
        <translation>{expected}바이트 헤더 중 {found}바이트만 있습니다</translation>
    </message>
    <message>
        <source>the mark of a TensorRT engine is missing</source>
        <translation>TensorRT 엔진의 식별자가 없습니다</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>빈 파일입니다</translation>
    </message>
    <message>
        <source>the second mark of a TensorRT-RTX header is missing</source>
        <translation>TensorRT-RTX 헤더의 두 번째 식별자가 없습니다</translation>
    </message>
    <message>
        <source>unknown serialization version {version}</source>
        <translation>알 수 없는 직렬화 버전 {version}</translation>
    </message>
    <message>
        <source>different from what the vendor tested</source>
        <translation>제공업체가 테스트한 것과 다릅니다</translation>
    </message>
    <message>
        <source>not comparable with the vendor&apos;s engine: {reason}</source>
        <translation>제공업체의 엔진과 비교할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>the engine library gives this model other bytes in some builds</source>
        <translation>엔진 라이브러리로 이 모델을 만들 때마다 내용이 달라질 수 있습니다</translation>
    </message>
    <message>
        <source>this engine was not built at fixed addresses (reproducible = true in app.toml)</source>
        <translation>이 엔진은 고정 주소로 만들어지지 않았습니다(app.toml의 reproducible = true)</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about this version of the model</source>
        <translation>제공업체의 명세에 이 버전의 모델에 대한 내용이 없습니다</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about engines of {library}</source>
        <translation>제공업체의 명세에 {library} 엔진에 대한 내용이 없습니다</translation>
    </message>
    <message>
        <source>the vendor tested this model with other settings</source>
        <translation>제공업체가 다른 설정으로 이 모델을 테스트했습니다</translation>
    </message>
    <message>
        <source>it was built with {library} {version}, and the vendor tested {versions}</source>
        <translation>{library} {version} 버전으로 만들어졌지만 제공업체가 테스트한 버전은 {versions}입니다</translation>
    </message>
    <message>
        <source>it was built on {system}, and the vendor tested on {systems}</source>
        <translation>{system}에서 만들어졌지만 제공업체가 테스트한 시스템은 {systems}입니다</translation>
    </message>
    <message>
        <source>the vendor has stated nothing about an engine for {targets}</source>
        <translation>제공업체의 명세에 {targets}용 엔진에 대한 내용이 없습니다</translation>
    </message>
    <message>
        <source>identical to the engine that the vendor tested</source>
        <translation>제공업체가 테스트한 엔진과 동일합니다</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {target}.</source>
        <translation>다른 engine-installer 작업이 {target} 폴더를 사용하고 있습니다.</translation>
    </message>
    <message>
        <source>it is an engine of {library}</source>
        <translation>{library} 라이브러리의 엔진입니다</translation>
    </message>
    <message>
        <source>it was built by version {version}, not {expected}</source>
        <translation>{expected} 버전이 아니라 {version} 버전으로 만들어졌습니다</translation>
    </message>
    <message>
        <source>it runs on {targets}, not on {expected}</source>
        <translation>{expected} 대신 {targets}에서 실행됩니다</translation>
    </message>
    <message>
        <source>The engine {file!r} did not pass verification: {problem}.</source>
        <translation>{file!r} 엔진이 확인을 통과하지 못했습니다: {problem}.</translation>
    </message>
    <message>
        <source>it has {actual} bytes, the writer counted {counted}, the header says {stated}</source>
        <translation>실제 크기는 {actual}바이트, 기록한 크기는 {counted}바이트, 헤더에 적힌 크기는 {stated}바이트입니다</translation>
    </message>
    <message>
        <source>its content is not what the library delivered</source>
        <translation>내용이 라이브러리의 출력과 다릅니다</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use by {programs}</source>
        <translation>{reason}, 다만 다음 프로그램이 GPU를 사용하는 동안 측정됨: {programs}</translation>
    </message>
    <message>
        <source>{gpus} cannot run this engine, and no other can be built here</source>
        <translation>{gpus}에서는 이 엔진을 실행할 수 없고, 여기서 다른 엔진을 만들 수도 없습니다</translation>
    </message>
    <message>
        <source>compute capability {own}</source>
        <translation>Compute Capability {own}</translation>
    </message>
    <message>
        <source>built with {library}, but {wanted} must be used</source>
        <translation>{library} 라이브러리로 만들어졌지만 {wanted} 라이브러리를 사용해야 합니다</translation>
    </message>
    <message>
        <source>the settings have changed: {changes}</source>
        <translation>설정이 변경되었습니다: {changes}</translation>
    </message>
    <message>
        <source>{library} has changed from {old} to {new}</source>
        <translation>{library} 라이브러리가 변경되었습니다({old} → {new})</translation>
    </message>
    <message>
        <source>the driver has changed from {old} to {new}, which engines survive</source>
        <translation>드라이버가 변경되었지만({old} → {new}) 엔진은 계속 사용할 수 있습니다</translation>
    </message>
    <message>
        <source>{reason}, but timed while the GPU was in use</source>
        <translation>{reason}, 다만 GPU가 사용되는 동안 측정됨</translation>
    </message>
    <message>
        <source>recorded for {built_for}, but the model cannot be built for {refused}</source>
        <translation>{built_for}용으로 기록되어 있지만 이 모델은 {refused}용으로 만들 수 없습니다</translation>
    </message>
    <message>
        <source>built for {built_for}, but {needed} is needed</source>
        <translation>{built_for}용으로 만들어졌지만 {needed}용이 필요합니다</translation>
    </message>
    <message>
        <source>built for {built_for} with this library version</source>
        <translation>이 라이브러리 버전에서 {built_for}용으로 만들어졌습니다</translation>
    </message>
    <message>
        <source>{gpu} (compute capability {own})</source>
        <translation>{gpu}(Compute Capability {own})</translation>
    </message>
    <message>
        <source>compute capability {own} and newer</source>
        <translation>Compute Capability {own} 이상</translation>
    </message>
    <message>
        <source>this version knows more settings</source>
        <translation>이 버전에는 설정 항목이 더 있습니다</translation>
    </message>
    <message>
        <source>no engine was built yet</source>
        <translation>아직 만들어진 엔진이 없습니다</translation>
    </message>
    <message>
        <source>the file {file} is missing</source>
        <translation>{file} 파일이 없습니다</translation>
    </message>
    <message>
        <source>the file {file} is damaged</source>
        <translation>{file} 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>it gives wrong results: {reason:part}</source>
        <translation>잘못된 결과를 냅니다: {reason:part}</translation>
    </message>
    <message>
        <source>the model has changed</source>
        <translation>모델이 변경되었습니다</translation>
    </message>
    <message>
        <source>built on {system}, but this is {this}</source>
        <translation>{system}에서 만들어졌지만 이 시스템은 {this}입니다</translation>
    </message>
    <message>
        <source>the GPU has changed from {old} to {new}</source>
        <translation>GPU가 변경되었습니다({old} → {new})</translation>
    </message>
    <message>
        <source>built for this GPU with this library version</source>
        <translation>이 라이브러리 버전에서 이 GPU용으로 만들어졌습니다</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: {reason}</source>
        <translation>현재 GPU: {gpu}: {reason}</translation>
    </message>
    <message>
        <source>there is no supported GPU in this computer now</source>
        <translation>현재 이 컴퓨터에는 지원되는 GPU가 없습니다</translation>
    </message>
    <message>
        <source>the vendor offers an engine that runs on every GPU from compute capability 8.0 on</source>
        <translation>제공업체에서 Compute Capability 8.0 이상의 모든 GPU에서 실행되는 엔진을 제공합니다</translation>
    </message>
    <message>
        <source>the vendor offers an engine for every GPU of {capabilities}</source>
        <translation>제공업체에서 다음의 모든 GPU에 사용할 수 있는 엔진을 제공합니다: {capabilities}</translation>
    </message>
    <message>
        <source>the vendor offers engines for several versions, and which is needed is unknown here: {named}</source>
        <translation>제공업체에서 여러 버전용 엔진을 제공하며, 어느 것이 필요한지 여기서는 알 수 없습니다: {named}</translation>
    </message>
    <message>
        <source>the vendor offers an engine for exactly this model of GPU, {gpu}</source>
        <translation>제공업체에서 바로 이 GPU 모델({gpu})용 엔진을 제공합니다</translation>
    </message>
    <message>
        <source>the vendor offers an engine for compute capability {own}</source>
        <translation>제공업체에서 Compute Capability {own}용 엔진을 제공합니다</translation>
    </message>
    <message>
        <source>the vendor offers no engine of {library} of this model</source>
        <translation>제공업체에서 이 모델의 {library} 엔진을 제공하지 않습니다</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model that was built with these settings</source>
        <translation>제공업체에서 이 설정으로 만든 이 모델의 엔진을 제공하지 않습니다</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {library} {version}, only for {versions}</source>
        <translation>제공업체에서 {library} {version} 버전용으로는 이 모델의 엔진을 제공하지 않습니다(제공하는 버전: {versions})</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {system} and CUDA {cuda}</source>
        <translation>제공업체에서 {system} 및 CUDA {cuda}에 맞는 이 모델의 엔진을 제공하지 않습니다</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for {gpu} (compute capability {own})</source>
        <translation>제공업체에서 {gpu}(Compute Capability {own})용으로는 이 모델의 엔진을 제공하지 않습니다</translation>
    </message>
    <message>
        <source>the vendor offers no engine of this model for every GPU that is asked for</source>
        <translation>제공업체에서 지정한 모든 GPU에 사용할 수 있는 이 모델의 엔진을 제공하지 않습니다</translation>
    </message>
    <message>
        <source>of this computer</source>
        <translation>(이 컴퓨터의 버전)</translation>
    </message>
    <message>
        <source>Nothing of it was used. Try again later or from another network; if that does not help, ask the publisher of the application.</source>
        <translation>해당 내용은 전혀 사용하지 않았습니다. 나중에 다시 시도하거나 다른 네트워크에서 시도하고, 그래도 해결되지 않으면 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Copy the folder again from where it came.</source>
        <translation>해당 내용은 전혀 사용하지 않았습니다. 원래 위치에서 폴더를 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>What {place} delivers was refused: {reason}.</source>
        <translation>{place}에서 제공하는 내용을 거부했습니다: {reason}.</translation>
    </message>
    <message>
        <source>A file that came with this setup could not be verified, so it was not used.</source>
        <translation>이 설치 프로그램에 포함된 파일을 확인할 수 없어 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date: it is {today}. If that is right, ask the publisher of the application.</source>
        <translation>이 컴퓨터의 날짜를 확인하십시오. 현재 {today}입니다. 날짜가 맞으면 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>There is nothing to install from at {place}.</source>
        <translation>{place}에 설치에 사용할 항목이 없습니다.</translation>
    </message>
    <message>
        <source>{file} was changed: it is not what was signed</source>
        <translation>{file} 파일이 변경되었습니다. 서명된 내용이 아닙니다</translation>
    </message>
    <message>
        <source>Nothing of it was used. What is older is accepted only after the application was uninstalled.</source>
        <translation>해당 내용은 전혀 사용하지 않았습니다. 이전 내용은 앱을 제거한 후에만 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} was exchanged: it holds {other}</source>
        <translation>{file} 파일이 다른 파일로 바뀌었습니다. 실제 내용은 {other}입니다</translation>
    </message>
    <message>
        <source>What is in {folder} expired at {date}: there may be something newer by now.</source>
        <translation>{folder} 폴더의 내용이 {date}에 만료되었습니다. 이제 더 새로운 내용이 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Use the folder that has the folders metadata and targets.</source>
        <translation>metadata 폴더와 targets 폴더가 있는 폴더를 사용하십시오.</translation>
    </message>
    <message>
        <source>it lists {file}, {fault}</source>
        <translation>목록에 있는 {file}: {fault}</translation>
    </message>
    <message>
        <source>The app package&apos;s list of keys is damaged, so nothing can be verified that is delivered.</source>
        <translation>앱 패키지의 키 목록이 손상되어 제공되는 내용을 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Get the setup again from where it came from.</source>
        <translation>설치 프로그램을 원래 받은 곳에서 다시 받으십시오.</translation>
    </message>
    <message>
        <source>it describes {file} as another file</source>
        <translation>{file} 파일에 대한 설명이 다른 파일의 것입니다</translation>
    </message>
    <message>
        <source>it describes {file} as {other}</source>
        <translation>{file} 파일의 설명에 다른 이름이 있습니다: {other}</translation>
    </message>
    <message>
        <source>it lists {file}, which should be {path}</source>
        <translation>목록에 {file} 파일이 있지만 올바른 경로는 {path}입니다</translation>
    </message>
    <message>
        <source>it lists {file} without its SHA-256</source>
        <translation>목록에 {file} 파일이 있지만 SHA-256 값이 없습니다</translation>
    </message>
    <message>
        <source>it describes {file} wrongly: {fault}</source>
        <translation>{file} 파일에 대한 설명이 잘못되었습니다: {fault}</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again: what has come is kept.</source>
        <translation>네트워크 연결과 시스템 프록시를 확인한 다음 다시 시도하십시오. 이미 받은 내용은 유지됩니다.</translation>
    </message>
    <message>
        <source>{file} is not as it should be: {reason}</source>
        <translation>{file} 파일에 문제가 있습니다: {reason}</translation>
    </message>
    <message>
        <source>it is larger than the {size} bytes that were signed</source>
        <translation>서명된 크기({size}바이트)보다 큽니다</translation>
    </message>
    <message>
        <source>it has {found} bytes instead of {size}</source>
        <translation>크기가 {size}바이트가 아니라 {found}바이트입니다</translation>
    </message>
    <message>
        <source>it is behind a link</source>
        <translation>경로에 링크가 있습니다</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>파일이 없습니다</translation>
    </message>
    <message>
        <source>it is not signed</source>
        <translation>서명되어 있지 않습니다</translation>
    </message>
    <message>
        <source>it is signed with another key than the package names</source>
        <translation>패키지에 지정된 키가 아닌 다른 키로 서명되어 있습니다</translation>
    </message>
    <message>
        <source>what is signed is no statement about engines</source>
        <translation>서명된 내용이 엔진에 대한 명세가 아닙니다</translation>
    </message>
    <message>
        <source>what is signed contradicts itself: it is not about all the engines that it describes</source>
        <translation>서명된 내용이 서로 모순됩니다. 설명된 엔진 중 일부가 명세의 대상이 아닙니다</translation>
    </message>
    <message>
        <source>its signature is wrong: it was changed after it was signed</source>
        <translation>서명이 올바르지 않습니다. 서명된 후에 변경되었습니다</translation>
    </message>
    <message>
        <source>it is no signed statement</source>
        <translation>서명된 명세가 아닙니다</translation>
    </message>
    <message>
        <source>{file} was valid until {date}</source>
        <translation>{file} 파일은 {date}까지 유효했습니다</translation>
    </message>
    <message>
        <source>it was confirmed as up to date only until {date}, so newer files may be held back</source>
        <translation>최신임이 확인된 것은 {date}까지이므로, 더 새로운 파일이 숨겨져 있을 수 있습니다</translation>
    </message>
    <message>
        <source>{file} is larger than it may be</source>
        <translation>{file} 파일이 허용된 크기보다 큽니다</translation>
    </message>
    <message>
        <source>{file} is not the one that was signed: it was changed, or exchanged for another</source>
        <translation>{file} 파일은 서명된 파일이 아닙니다. 변경되었거나 다른 파일로 바뀌었습니다</translation>
    </message>
    <message>
        <source>{file} has another version than it should have</source>
        <translation>{file} 파일의 버전이 올바르지 않습니다</translation>
    </message>
    <message>
        <source>{file} is damaged, or the server sends something else where it has no file</source>
        <translation>{file} 파일이 손상되었거나, 서버에 파일이 없어 다른 내용을 보냈습니다</translation>
    </message>
    <message>
        <source>{file} was not signed with the publisher&apos;s keys</source>
        <translation>{file} 파일이 제공업체의 키로 서명되지 않았습니다</translation>
    </message>
    <message>
        <source>{file} does not fit the others</source>
        <translation>{file} 파일이 다른 파일과 맞지 않습니다</translation>
    </message>
    <message>
        <source>{file} is older than what was here before: version {found} instead of {seen}</source>
        <translation>{file} 파일이 이전에 여기에 있던 것보다 오래되었습니다. 버전: {found}, 이전 버전: {seen}</translation>
    </message>
    <message>
        <source>{file} was changed after it was signed, or too few have signed it</source>
        <translation>{file} 파일이 서명된 후에 변경되었거나 서명 수가 부족합니다</translation>
    </message>
    <message>
        <source>{file} is missing, which belongs to it</source>
        <translation>함께 있어야 할 {file} 파일이 없습니다</translation>
    </message>
    <message>
        <source>{percent} % used</source>
        <translation>사용률 {percent}%</translation>
    </message>
    <message>
        <source>{program} (process {pid}, {mib} MiB)</source>
        <translation>{program}(프로세스 {pid}, {mib} MiB)</translation>
    </message>
    <message>
        <source>{percent} % used by others</source>
        <translation>다른 프로그램의 사용률 {percent}%</translation>
    </message>
    <message>
        <source>{percent} % used, but the driver does not tell whether by our own build or by another program</source>
        <translation>사용률 {percent}%, 다만 이 작업이 사용한 것인지 다른 프로그램이 사용한 것인지는 드라이버에서 알려 주지 않음</translation>
    </message>
    <message>
        <source>{program} (process {pid})</source>
        <translation>{program}(프로세스 {pid})</translation>
    </message>
    <message>
        <source>is idle</source>
        <translation>사용 중이 아닙니다</translation>
    </message>
    <message>
        <source>{verdict} ({reasons})</source>
        <translation>{verdict}({reasons})</translation>
    </message>
    <message>
        <source>slowed down by {cause}</source>
        <translation>속도가 느려졌습니다(원인: {cause})</translation>
    </message>
    <message>
        <source>a program of another user</source>
        <translation>다른 사용자의 프로그램</translation>
    </message>
    <message>
        <source>may be in use or not</source>
        <translation>사용 중인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>it was not watched yet</source>
        <translation>아직 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>it was watched for {seconds:.1f} s only</source>
        <translation>{seconds:.1f}초 동안만 확인했습니다</translation>
    </message>
    <message>
        <source>the driver does not tell how much it is used</source>
        <translation>드라이버에서 사용률을 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>this computer runs on battery</source>
        <translation>이 컴퓨터는 배터리로 작동하고 있습니다</translation>
    </message>
    <message>
        <source>is in use by {programs}</source>
        <translation>다음 프로그램이 사용 중입니다: {programs}</translation>
    </message>
    <message>
        <source>is in use</source>
        <translation>사용 중입니다</translation>
    </message>
    <message>
        <source>the driver has stopped answering</source>
        <translation>드라이버가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>{gpu} {verdict}.</source>
        <translation>{gpu}: {verdict}.</translation>
    </message>
    <message>
        <source>the driver does not answer: {error}</source>
        <translation>드라이버가 응답하지 않습니다: {error}</translation>
    </message>
    <message>
        <source>{advice}, or build engines for other computers.</source>
        <translation>{advice}. 또는 다른 컴퓨터용 엔진을 만드십시오.</translation>
    </message>
    <message>
        <source>the first of equal GPUs, at PCI bus {bus}</source>
        <translation>동일한 GPU 중 첫 번째(PCI 버스 {bus})</translation>
    </message>
    <message>
        <source>{advice}.</source>
        <translation>{advice}.</translation>
    </message>
    <message>
        <source>the only supported GPU, compute capability {own}</source>
        <translation>지원되는 유일한 GPU(Compute Capability {own})</translation>
    </message>
    <message>
        <source>the fastest supported GPU ({cores} cores at up to {mhz} MHz; {second} has {second_cores} at up to {second_mhz} MHz)</source>
        <translation>지원되는 가장 빠른 GPU(코어 {cores}개, 최대 {mhz} MHz. {second}: 코어 {second_cores}개, 최대 {second_mhz} MHz)</translation>
    </message>
    <message>
        <source>the newest supported GPU (compute capability {own}; {second} has {second_own})</source>
        <translation>지원되는 최신 GPU(Compute Capability {own}. {second}: {second_own})</translation>
    </message>
    <message>
        <source>the supported GPU with the most memory ({mib} MiB; {second} has {second_mib} MiB)</source>
        <translation>지원되는 GPU 중 메모리가 가장 많음({mib} MiB. {second}: {second_mib} MiB)</translation>
    </message>
    <message>
        <source>The GPU {gpu} cannot be used: {reason}.</source>
        <translation>GPU {gpu} 사용 불가: {reason}.</translation>
    </message>
    <message>
        <source>{capability}, shared by {count} equal GPUs</source>
        <translation>{capability}, 동일한 GPU {count}개 공유</translation>
    </message>
    <message>
        <source>{library} does not support {gpu} (compute capability {own}); it supports {supported}</source>
        <translation>{library} 라이브러리는 {gpu}(Compute Capability {own})에서 사용할 수 없습니다. 지원되는 GPU: {supported}</translation>
    </message>
    <message>
        <source>the app package is for GPUs of compute capability {capabilities}, but {gpu} has {own}</source>
        <translation>앱 패키지는 Compute Capability {capabilities} GPU용이지만, {gpu}의 값은 {own}입니다</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor for a package that supports this GPU.</source>
        <translation>이 GPU를 지원하는 패키지가 있는지 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>{gpu} is divided into MIG instances, and engines are built for whole GPUs only</source>
        <translation>{gpu}: MIG 인스턴스로 나뉘어 있는데, 엔진은 나뉘지 않은 GPU용으로만 만들 수 있습니다</translation>
    </message>
    <message>
        <source>the NVIDIA driver is too old: it runs CUDA up to {newest_cuda}, and {library} needs CUDA {needed_cuda}</source>
        <translation>NVIDIA 드라이버가 너무 오래되었습니다. CUDA {newest_cuda}까지 지원하지만 {library} 라이브러리에는 CUDA {needed_cuda} 버전이 필요합니다</translation>
    </message>
    <message>
        <source>{gpu} has {total_mib} MiB of memory, and at least {needed_mib} MiB are needed</source>
        <translation>{gpu}의 메모리는 {total_mib} MiB이지만 적어도 {needed_mib} MiB가 필요합니다</translation>
    </message>
    <message>
        <source>Use a GPU with more memory, or ask the application&apos;s vendor for a smaller model.</source>
        <translation>메모리가 더 많은 GPU를 사용하거나, 더 작은 모델이 있는지 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>every distinct GPU was asked for</source>
        <translation>서로 다른 모든 GPU가 지정되었습니다</translation>
    </message>
    <message>
        <source>--gpu {gpu} means several GPUs of this computer.</source>
        <translation>--gpu {gpu}에 해당하는 GPU가 이 컴퓨터에 여러 개 있습니다.</translation>
    </message>
    <message>
        <source>This computer has no GPU {gpu}.</source>
        <translation>이 컴퓨터에는 {gpu} GPU가 없습니다.</translation>
    </message>
    <message>
        <source>Install a supported GPU and its driver</source>
        <translation>지원되는 GPU와 드라이버를 설치하십시오</translation>
    </message>
    <message>
        <source>Turn MIG off (nvidia-smi -mig 0)</source>
        <translation>MIG를 끄십시오(nvidia-smi -mig 0)</translation>
    </message>
    <message>
        <source>Install driver {driver} or newer from nvidia.com.</source>
        <translation>nvidia.com에서 {driver} 이상의 드라이버를 설치하십시오.</translation>
    </message>
    <message>
        <source>Install a driver for CUDA {needed_cuda} from nvidia.com.</source>
        <translation>nvidia.com에서 CUDA {needed_cuda}용 드라이버를 설치하십시오.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Run &apos;engine-builder gpus&apos; to see why there is none.</source>
        <translation>&apos;engine-builder gpus&apos;를 실행하면 이유를 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Run nvidia-smi to see what the driver says; installing the driver again often helps.</source>
        <translation>nvidia-smi를 실행하여 드라이버의 메시지를 확인하십시오. 드라이버를 다시 설치하면 해결되는 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Under WSL, the NVIDIA driver is installed in Windows, never inside WSL: install or update it there, run &apos;wsl --update&apos; and &apos;wsl --shutdown&apos; in Windows, and open WSL again. WSL 1 has no GPU.</source>
        <translation>WSL에서는 NVIDIA 드라이버를 WSL 안이 아니라 Windows에 설치합니다. Windows에서 드라이버를 설치하거나 업데이트하고 &apos;wsl --update&apos;와 &apos;wsl --shutdown&apos;을 실행한 다음 WSL을 다시 여십시오. WSL 1에서는 GPU를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>a hardware slowdown</source>
        <translation>하드웨어 보호 기능</translation>
    </message>
    <message>
        <source>heat</source>
        <translation>발열</translation>
    </message>
    <message>
        <source>a limited power supply</source>
        <translation>전력 제한</translation>
    </message>
    <message>
        <source>the NVIDIA driver finds no GPU</source>
        <translation>NVIDIA 드라이버가 GPU를 찾지 못했습니다</translation>
    </message>
    <message>
        <source>Check that the card is seated and powered and that no firmware setting has turned it off.</source>
        <translation>그래픽 카드가 제대로 꽂혀 있고 전원이 연결되어 있는지, 펌웨어 설정에서 꺼져 있지 않은지 확인하십시오.</translation>
    </message>
    <message>
        <source>there is an NVIDIA GPU, but it is not visible in this session</source>
        <translation>NVIDIA GPU가 있지만 이 세션에서는 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>In a container, pass the GPU in (docker run --gpus all); elsewhere, run this as a user who may use it.</source>
        <translation>컨테이너에서는 GPU를 전달하십시오(docker run --gpus all). 그 밖의 환경에서는 GPU를 사용할 수 있는 사용자로 실행하십시오.</translation>
    </message>
    <message>
        <source>the GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>GPU {index}</source>
        <translation>GPU {index}</translation>
    </message>
    <message>
        <source>the NVIDIA driver did not answer within {seconds:g} seconds</source>
        <translation>NVIDIA 드라이버가 {seconds:g}초 안에 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Restart the computer. If nvidia-smi hangs as well, install the driver again.</source>
        <translation>컴퓨터를 다시 시작하십시오. nvidia-smi도 응답하지 않으면 드라이버를 다시 설치하십시오.</translation>
    </message>
    <message>
        <source>NVML cannot be read: {error}</source>
        <translation>NVML을 읽을 수 없습니다: {error}</translation>
    </message>
    <message>
        <source>Windows gives WSL no NVIDIA driver</source>
        <translation>Windows에서 WSL에 NVIDIA 드라이버를 제공하지 않습니다</translation>
    </message>
    <message>
        <source>the NVIDIA driver is installed, but not running</source>
        <translation>NVIDIA 드라이버가 설치되어 있지만 실행되고 있지 않습니다</translation>
    </message>
    <message>
        <source>Restart the computer. If that does not help, install the driver again (on Linux, Secure Boot may have refused an unsigned kernel module).</source>
        <translation>컴퓨터를 다시 시작하십시오. 그래도 해결되지 않으면 드라이버를 다시 설치하십시오(Linux에서는 서명되지 않은 커널 모듈이 보안 부팅에 의해 거부되었을 수 있음).</translation>
    </message>
    <message>
        <source>the NVIDIA driver was updated, but the old one is still running</source>
        <translation>NVIDIA 드라이버가 업데이트되었지만 이전 드라이버가 아직 실행되고 있습니다</translation>
    </message>
    <message>
        <source>Restart the computer.</source>
        <translation>컴퓨터를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>this user may not use the NVIDIA driver</source>
        <translation>이 사용자에게는 NVIDIA 드라이버를 사용할 권한이 없습니다</translation>
    </message>
    <message>
        <source>Run this as a user who may (on Linux: one who can read and write /dev/nvidia*).</source>
        <translation>권한이 있는 사용자(Linux에서는 /dev/nvidia*를 읽고 쓸 수 있는 사용자)로 실행하십시오.</translation>
    </message>
    <message>
        <source>{gpu} has stopped answering</source>
        <translation>{gpu} GPU가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Restart the computer. If it happens again, check the card&apos;s power and cooling.</source>
        <translation>컴퓨터를 다시 시작하십시오. 같은 문제가 다시 발생하면 그래픽 카드의 전원과 냉각 상태를 확인하십시오.</translation>
    </message>
    <message>
        <source>{gpu} cannot be read: {error}</source>
        <translation>{gpu}의 상태를 읽을 수 없습니다: {error}</translation>
    </message>
    <message>
        <source>the Python package nvidia-ml-py is not installed, so GPUs cannot be listed</source>
        <translation>Python 패키지 nvidia-ml-py가 설치되어 있지 않아 GPU를 나열할 수 없습니다</translation>
    </message>
    <message>
        <source>Install engine-installer again; its package or environment is damaged.</source>
        <translation>engine-installer를 다시 설치하십시오. 패키지 또는 환경이 손상되었습니다.</translation>
    </message>
    <message>
        <source>this computer has an NVIDIA GPU, but no NVIDIA driver is installed</source>
        <translation>이 컴퓨터에 NVIDIA GPU는 있지만 NVIDIA 드라이버가 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>NVIDIA 드라이버가 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs; the first is {node}</source>
        <translation>TensorRT-RTX 라이브러리는 Turing GPU에서 다음을 지원하지 않습니다: {operation}(첫 번째 해당 항목: {node})</translation>
    </message>
    <message>
        <source>the node {node!r}</source>
        <translation>노드 {node!r}</translation>
    </message>
    <message>
        <source>a matrix product in fp32</source>
        <translation>fp32 행렬 곱</translation>
    </message>
    <message>
        <source>a 3-D convolution in fp32</source>
        <translation>fp32 3D 합성곱</translation>
    </message>
    <message>
        <source>a convolution in int8</source>
        <translation>int8 합성곱</translation>
    </message>
    <message>
        <source>an operation ({reason})</source>
        <translation>연산({reason})</translation>
    </message>
    <message>
        <source>the node that computes {tensor!r}</source>
        <translation>{tensor!r} 값을 계산하는 노드</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not support {operation} on Turing GPUs</source>
        <translation>TensorRT-RTX 라이브러리는 Turing GPU에서 다음을 지원하지 않습니다: {operation}</translation>
    </message>
    <message>
        <source>An AI feature could not be optimized for this PC.</source>
        <translation>이 PC에 맞게 최적화할 수 없는 AI 기능이 있습니다.</translation>
    </message>
    <message>
        <source>An AI feature has a fault that only its publisher can correct.</source>
        <translation>게시자만 고칠 수 있는 문제가 있는 AI 기능이 있습니다.</translation>
    </message>
    <message>
        <source>Try again to continue.</source>
        <translation>계속하려면 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>This folder cannot be used.</source>
        <translation>이 폴더는 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>A file could not be read.</source>
        <translation>파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Another program is using a file that is needed. Close it, then try again.</source>
        <translation>필요한 파일을 다른 프로그램이 사용하고 있습니다. 그 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>You are not allowed to read a file that is needed.</source>
        <translation>필요한 파일을 읽을 수 있는 권한이 없습니다.</translation>
    </message>
    <message>
        <source>You are not allowed to change what is installed there.</source>
        <translation>해당 위치에 설치된 항목을 변경할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Files are in use. Close {programs}, then try again.</source>
        <translation>파일이 사용 중입니다. 다음 프로그램을 닫은 다음 다시 시도하십시오: {programs}.</translation>
    </message>
    <message>
        <source>Cannot {doing} {path}: it is in use by {programs}.</source>
        <translation>{path} {doing} 수 없습니다: 다음 프로그램이 사용하고 있습니다: {programs}.</translation>
    </message>
    <message>
        <source>Close the program that uses it, then try again.</source>
        <translation>사용 중인 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Enter a full path.</source>
        <translation>전체 경로를 입력하십시오.</translation>
    </message>
    <message>
        <source>What is installed here is newer than this setup.</source>
        <translation>여기에 설치된 버전이 이 설치 프로그램보다 최신입니다.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for {feature}. Close other programs that use it, then try again.</source>
        <translation>그래픽 카드의 여유 메모리가 {feature} 기능을 사용하기에 부족합니다. 그래픽 카드를 사용하는 다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Your graphics card has too little free memory for the AI features. Close other programs that use it, then try again.</source>
        <translation>그래픽 카드의 여유 메모리가 AI 기능을 사용하기에 부족합니다. 그래픽 카드를 사용하는 다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>It was waiting for the disk, the graphics card or itself. Try again; if that does not help, report it.</source>
        <translation>디스크, 그래픽 카드 또는 자기 자신을 기다리고 있었습니다. 다시 시도하고, 그래도 해결되지 않으면 알려 주십시오.</translation>
    </message>
    <message>
        <source>The log has the details: {file}</source>
        <translation>세부 정보는 로그에 있습니다: {file}</translation>
    </message>
    <message>
        <source>There is no log with the details.</source>
        <translation>세부 정보를 기록한 로그가 없습니다.</translation>
    </message>
    <message>
        <source>Close other programs, then try again; if it crashes again, report it.</source>
        <translation>다른 프로그램을 닫은 다음 다시 시도하십시오. 다시 중단되면 알려 주십시오.</translation>
    </message>
    <message>
        <source>An AI feature needed more memory than this PC can give it.</source>
        <translation>이 PC에서 제공할 수 있는 것보다 더 많은 메모리가 필요한 AI 기능이 있습니다.</translation>
    </message>
    <message>
        <source>A part of the setup stopped answering.</source>
        <translation>설치 프로그램의 일부가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>An AI feature took far longer than it should.</source>
        <translation>AI 기능을 최적화하는 데 예상보다 훨씬 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly, in the same way as before.</source>
        <translation>설치 프로그램의 일부가 이전과 같은 방식으로 예기치 않게 중단되었습니다.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card, then try again.</source>
        <translation>그래픽 카드를 사용하는 다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>A part of the setup could not be started.</source>
        <translation>설치 프로그램의 일부를 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>A part of the setup stopped unexpectedly. Your PC may have run out of memory.</source>
        <translation>설치 프로그램의 일부가 예기치 않게 중단되었습니다. PC의 메모리가 부족했을 수 있습니다.</translation>
    </message>
    <message>
        <source>other GPUs get engines from other variants</source>
        <translation>다른 GPU에는 다른 변형으로 만든 엔진을 사용합니다</translation>
    </message>
    <message>
        <source>An AI feature cannot be optimized for this kind of graphics card.</source>
        <translation>이 종류의 그래픽 카드에 맞게 최적화할 수 없는 AI 기능이 있습니다.</translation>
    </message>
    <message>
        <source>Your PC has too little memory for the AI features.</source>
        <translation>PC의 메모리가 부족하여 AI 기능을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Report it with the log file.</source>
        <translation>로그 파일을 첨부하여 알려 주십시오.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk.</source>
        <translation>디스크 공간이 부족합니다.</translation>
    </message>
    <message>
        <source>A folder with this name cannot be used on this PC.</source>
        <translation>이 이름의 폴더는 이 PC에서 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>no variant is for compute capability {own}</source>
        <translation>Compute Capability {own}용 변형이 없습니다</translation>
    </message>
    <message>
        <source>compute capability {own} has {data_type}</source>
        <translation>Compute Capability {own}에서 {data_type} 형식을 지원합니다</translation>
    </message>
    <message>
        <source>it is for compute capability {named}</source>
        <translation>Compute Capability {named}용입니다</translation>
    </message>
    <message>
        <source>exit status {status} without saying why</source>
        <translation>종료 코드 {status}, 이유 출력 없음</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>끝날 때까지 기다린 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, check the disk and report it with the log file.</source>
        <translation>다시 시도하십시오. 같은 문제가 다시 발생하면 디스크를 확인하고 로그 파일을 첨부하여 알려 주십시오.</translation>
    </message>
    <message>
        <source>the variants have changed: built from {built_from}, not {needed}</source>
        <translation>변형이 변경되었습니다(원본: {built_from}, 필요: {needed})</translation>
    </message>
    <message>
        <source>the GPU is now {gpu}: built from {built_from}, but {needed} is for it</source>
        <translation>현재 GPU는 {gpu}입니다(원본: {built_from}, 이 GPU용: {needed})</translation>
    </message>
    <message>
        <source>the variant {variant!r}</source>
        <translation>변형 {variant!r}</translation>
    </message>
    <message>
        <source>the model&apos;s own file</source>
        <translation>모델 자체 파일</translation>
    </message>
    <message>
        <source>Close those programs, then try again.</source>
        <translation>해당 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card was found.</source>
        <translation>NVIDIA 그래픽 카드를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features.</source>
        <translation>그래픽 카드가 너무 오래되어 AI 기능을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics card.</source>
        <translation>AI 기능에서 현재 그래픽 카드를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Your graphics driver is too old for the AI features.</source>
        <translation>그래픽 드라이버가 너무 오래되어 AI 기능을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features.</source>
        <translation>그래픽 카드의 메모리가 부족하여 AI 기능을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The chosen graphics card was not found.</source>
        <translation>선택한 그래픽 카드를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Specify an index, a UUID or a PCI bus id of these, or &apos;all&apos;:{gpus}</source>
        <translation>다음 중 하나의 번호, UUID 또는 PCI 버스 ID를 지정하거나 &apos;all&apos;을 지정하십시오:{gpus}</translation>
    </message>
    <message>
        <source>Your graphics driver does not answer. Restart your PC, then try again.</source>
        <translation>그래픽 드라이버가 응답하지 않습니다. PC를 다시 시작한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>No driver is installed for an NVIDIA graphics card.</source>
        <translation>NVIDIA 그래픽 카드용 드라이버가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>You are not allowed to use the graphics card.</source>
        <translation>그래픽 카드를 사용할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Install the driver for the GPU from nvidia.com or from the system&apos;s packages, then restart.</source>
        <translation>nvidia.com 또는 시스템 패키지에서 GPU 드라이버를 설치한 다음 컴퓨터를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>No NVIDIA GPU was found either; the engines need one to run.</source>
        <translation>NVIDIA GPU도 찾을 수 없습니다. 엔진을 실행하려면 NVIDIA GPU가 필요합니다.</translation>
    </message>
    <message>
        <source>Your graphics driver is not running. Restart your PC, then try again.</source>
        <translation>그래픽 드라이버가 실행되고 있지 않습니다. PC를 다시 시작한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Your graphics driver was updated. Restart your PC, then try again.</source>
        <translation>그래픽 드라이버가 업데이트되었습니다. PC를 다시 시작한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Your graphics card has stopped answering. Restart your PC, then try again.</source>
        <translation>그래픽 카드가 응답하지 않습니다. PC를 다시 시작한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{url} could not be downloaded: {reason}.</source>
        <translation>{url} 주소에서 다운로드할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>only {received} of {size} bytes arrived</source>
        <translation>{size}바이트 중 {received}바이트만 받았습니다</translation>
    </message>
    <message>
        <source>it leads to an address with {scheme!r} instead of https</source>
        <translation>https가 아니라 {scheme!r} 주소로 연결됩니다</translation>
    </message>
    <message>
        <source>this computer does not trust the server&apos;s certificate ({problem})</source>
        <translation>이 컴퓨터는 서버의 인증서를 신뢰하지 않습니다({problem})</translation>
    </message>
    <message>
        <source>A program on the network may open the connection. Ask whoever looks after this computer.</source>
        <translation>네트워크의 프로그램이 연결을 열고 있을 수 있습니다. 이 컴퓨터를 관리하는 사람에게 문의하십시오.</translation>
    </message>
    <message>
        <source>it comes too slowly, with {received} of {size} bytes in {seconds} seconds</source>
        <translation>다운로드가 너무 느립니다({seconds}초 동안 {size}바이트 중 {received}바이트)</translation>
    </message>
    <message>
        <source>Python {python} on {system}</source>
        <translation>{system}의 Python {python}</translation>
    </message>
    <message>
        <source>The wheel {file} is damaged, so it is not unpacked.</source>
        <translation>wheel 파일 {file} 손상됨: 압축을 풀지 않았습니다.</translation>
    </message>
    <message>
        <source>app.toml names no wheel for {computer} of {distributions}.</source>
        <translation>app.toml에 {distributions} 배포판의 {computer}용 wheel이 없습니다.</translation>
    </message>
    <message>
        <source>None of the wheels that app.toml names is an engine library: {libraries}.</source>
        <translation>app.toml에 적힌 wheel 중에 엔진 라이브러리가 없습니다: {libraries}.</translation>
    </message>
    <message>
        <source>The application&apos;s vendor must name one; this computer may be too old or of another kind.</source>
        <translation>앱 제공업체가 라이브러리를 지정해야 합니다. 이 컴퓨터가 너무 오래되었거나 지원되지 않는 종류일 수 있습니다.</translation>
    </message>
    <message>
        <source>The AI features cannot run on this kind of PC.</source>
        <translation>이 종류의 PC에서는 AI 기능을 실행할 수 없습니다.</translation>
    </message>
    <message>
        <source>{file} is not the wheel that app.toml names: its SHA-256 is {found}, not {expected}.</source>
        <translation>{file} 파일은 app.toml에 적힌 wheel이 아닙니다. SHA-256 값이 {expected} 대신 {found}입니다.</translation>
    </message>
    <message>
        <source>Download the file again from where it is published.</source>
        <translation>파일이 게시된 곳에서 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>optimization level 0 does not respect a timing cache; levels 1 and 2 are fast, too, and do</source>
        <translation>최적화 수준 0에서는 타이밍 캐시가 적용되지 않습니다. 수준 1과 2도 빠르며 타이밍 캐시가 적용됩니다</translation>
    </message>
    <message>
        <source>made on an {gpu}, as in this computer</source>
        <translation>이 컴퓨터와 같은 {gpu}에서 만들어졌습니다</translation>
    </message>
    <message>
        <source>made on an {gpu} with the same compute capability {capability}; the catalogue has none of {own_gpu} itself for this build</source>
        <translation>Compute Capability {capability} 값이 같은 {gpu}에서 만들어졌습니다. 이 빌드의 카탈로그에 {own_gpu}용은 없습니다</translation>
    </message>
    <message>
        <source>the caches are for TensorRT {versions}, and {installed} is installed</source>
        <translation>캐시는 TensorRT {versions}용인데 {installed} 버전이 설치되어 있습니다</translation>
    </message>
    <message>
        <source>the caches are for CUDA {versions}, and the library is for CUDA {installed}</source>
        <translation>캐시는 CUDA {versions}용인데 라이브러리는 CUDA {installed}용입니다</translation>
    </message>
    <message>
        <source>the caches were made on {systems}, and this is {system}</source>
        <translation>캐시는 {systems}에서 만들어졌는데 이 시스템은 {system}입니다</translation>
    </message>
    <message>
        <source>the caches are for compute capability {capabilities}, and {gpu} has {own}</source>
        <translation>캐시는 Compute Capability {capabilities}용인데 {gpu}의 값은 {own}입니다</translation>
    </message>
    <message>
        <source>the caches were made with other settings: {differences}</source>
        <translation>캐시가 다른 설정으로 만들어졌습니다: {differences}</translation>
    </message>
    <message>
        <source>the application ships none</source>
        <translation>앱에 포함되어 있지 않습니다</translation>
    </message>
    <message>
        <source>it does not cover this model</source>
        <translation>이 모델은 포함되어 있지 않습니다</translation>
    </message>
    <message>
        <source>it covers this model only with other settings, such as other profiles</source>
        <translation>이 모델은 다른 프로필 등 다른 설정으로만 포함되어 있습니다</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>(알 수 없음)</translation>
    </message>
    <message>
        <source>its first line is not that of a timing cache of engine-installer</source>
        <translation>첫 줄이 engine-installer 타이밍 캐시의 것이 아닙니다</translation>
    </message>
    <message>
        <source>it is for something else than its name says</source>
        <translation>내용이 이름과 일치하지 않습니다</translation>
    </message>
    <message>
        <source>its content does not have the hash that its header states</source>
        <translation>내용이 헤더에 적힌 해시와 일치하지 않습니다</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>항목을 다른 곳으로 옮겨 둘</translation>
    </message>
    <message>
        <source>its header cannot be read</source>
        <translation>헤더를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Building the model {model!r} hit an internal error of engine-installer.</source>
        <translation>{model!r} 모델의 엔진을 만드는 동안 engine-installer에서 내부 오류가 발생했습니다.</translation>
    </message>
    <message>
        <source>The workspace is too small</source>
        <translation>작업 공간이 너무 작습니다</translation>
    </message>
    <message>
        <source>Dimensions that share a name differ</source>
        <translation>이름이 같은 차원의 크기가 서로 다릅니다</translation>
    </message>
    <message>
        <source>An input or output cannot have that format</source>
        <translation>입력 또는 출력에 해당 형식을 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>TensorRT-RTX cannot build this for GeForce RTX 20 and other Turing GPUs (compute capability 7.5)</source>
        <translation>TensorRT-RTX는 GeForce RTX 20 및 기타 Turing GPU(Compute Capability 7.5)용으로 이를 만들 수 없습니다</translation>
    </message>
    <message>
        <source>The GPU lacks a data type</source>
        <translation>GPU에서 지원하지 않는 데이터 형식이 있습니다</translation>
    </message>
    <message>
        <source>The sizes of a profile contradict each other</source>
        <translation>프로필의 크기가 서로 모순됩니다</translation>
    </message>
    <message>
        <source>The library lacks an operator</source>
        <translation>라이브러리에 없는 연산자가 있습니다</translation>
    </message>
    <message>
        <source>An input or output cannot have that data type</source>
        <translation>입력 또는 출력에 해당 데이터 형식을 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>Scales and zero points of QuantizeLinear and DequantizeLinear must be constants</source>
        <translation>QuantizeLinear와 DequantizeLinear의 스케일과 영점은 상수여야 합니다</translation>
    </message>
    <message>
        <source>There is no kernel for an Attention operator</source>
        <translation>Attention 연산자용 커널이 없습니다</translation>
    </message>
    <message>
        <source>The library failed on nested If operators</source>
        <translation>라이브러리가 중첩된 If 연산자를 처리하지 못했습니다</translation>
    </message>
    <message>
        <source>Timings of another GPU model were used ({gpu}), so the engine may be slower than it could be; the application&apos;s vendor can ship a timing cache for this GPU model.</source>
        <translation>다른 GPU 모델의 타이밍을 사용하여({gpu}) 엔진이 낼 수 있는 속도보다 느릴 수 있습니다. 앱 제공업체는 이 GPU 모델용 타이밍 캐시를 제공할 수 있습니다.</translation>
    </message>
    <message>
        <source>The engine library could not build the model {model!r}: {reason}</source>
        <translation>엔진 라이브러리가 {model!r} 모델의 엔진을 만들지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Loading the engine library</source>
        <translation>엔진 라이브러리를 불러오는 중</translation>
    </message>
    <message>
        <source>Timing cache: the library failed when it was read ({error}).</source>
        <translation>타이밍 캐시: 읽는 동안 라이브러리에서 오류가 발생했습니다({error}).</translation>
    </message>
    <message>
        <source>Timing cache: none is used, because the library failed on it ({error}).</source>
        <translation>타이밍 캐시: 라이브러리에서 오류가 발생하여 사용하지 않습니다({error}).</translation>
    </message>
    <message>
        <source>create</source>
        <translation>항목을 만들</translation>
    </message>
    <message>
        <source>write the engine</source>
        <translation>위치에 엔진을 쓸</translation>
    </message>
    <message>
        <source>There is not enough memory to build the model {model!r}: {reason}</source>
        <translation>메모리가 부족하여 {model!r} 모델의 엔진을 만들 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>{problem} for the model {model!r}: {reason}</source>
        <translation>{problem}({model!r} 모델): {reason}</translation>
    </message>
    <message>
        <source>The log has everything that the library said.</source>
        <translation>라이브러리의 모든 출력은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>{reason} (operator {operator})</source>
        <translation>{reason}(연산자 {operator})</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>모델을 읽는 중</translation>
    </message>
    <message>
        <source>Loading the engine on {gpu}</source>
        <translation>{gpu}에 엔진을 불러오는 중</translation>
    </message>
    <message>
        <source>The model {model!r} has a name that is not valid text: {name!r}.</source>
        <translation>{model!r} 모델에 올바른 텍스트가 아닌 이름이 있습니다: {name!r}.</translation>
    </message>
    <message>
        <source>Timing cache refused: {reason}.</source>
        <translation>타이밍 캐시를 사용할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The new timings could not be kept: {reason}.</source>
        <translation>새 타이밍을 저장할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The engine library cannot start: {reason}</source>
        <translation>엔진 라이브러리를 시작할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>At least {needed_mib} MiB are needed.</source>
        <translation>적어도 {needed_mib} MiB가 필요합니다.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} does not load on {gpu}: {reason}</source>
        <translation>{model!r} 모델의 엔진을 {gpu}에 불러올 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>Check that the NVIDIA driver is installed and new enough for the library.</source>
        <translation>NVIDIA 드라이버가 설치되어 있고 라이브러리를 사용할 수 있을 만큼 최신 버전인지 확인하십시오.</translation>
    </message>
    <message>
        <source>The AI features cannot use your graphics driver.</source>
        <translation>AI 기능에서 현재 그래픽 드라이버를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The engine of the model {model!r} cannot run on {gpu}: {reason}</source>
        <translation>{model!r} 모델의 엔진을 {gpu}에서 실행할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>The engine library does not accept {setting} of the model {model!r}.</source>
        <translation>엔진 라이브러리에서 {model!r} 모델의 {setting} 설정을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The engine gave no results within {seconds:.0f} seconds.</source>
        <translation>엔진이 {seconds:.0f}초 안에 결과를 반환하지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The results agree with {count} references.</source>
        <translation>
            <numerusform>결과가 참조 데이터 {count}개와 일치합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The output {output!r} {fault}.</source>
        <translation>{output!r} 출력이 올바르지 않습니다: {fault}.</translation>
    </message>
    <message>
        <source>The file {file} of the model {model!r} has no references.</source>
        <translation>{model!r} 모델의 {file} 파일에 참조 데이터가 없습니다.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {reason}.</source>
        <translation>결과를 검사할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no GPU of this PC runs it.</source>
        <translation>결과를 검사할 수 없습니다: 이 PC에 이것을 실행할 수 있는 GPU가 없습니다.</translation>
    </message>
    <message>
        <source>The engine {file} of the model {model!r} has changed.</source>
        <translation>{model!r} 모델의 {file} 엔진이 변경되었습니다.</translation>
    </message>
    <message>
        <source>The model {model!r} does not say where its weights are.</source>
        <translation>{model!r} 모델에 가중치의 위치가 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} in {file!r} do not fit.</source>
        <translation>{file!r} 파일에 있는 {model!r} 모델의 외부 가중치가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which app.toml does not list.</source>
        <translation>{model!r} 모델의 가중치는 {file!r} 파일에 있지만 app.toml에 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The model {model!r} keeps weights in {file!r}, which is missing from the app package.</source>
        <translation>{model!r} 모델의 가중치는 {file!r} 파일에 있지만 앱 패키지에 이 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The model {model!r} has external weights that are too large.</source>
        <translation>{model!r} 모델의 외부 가중치가 너무 큽니다.</translation>
    </message>
    <message>
        <source>The external weights of the model {model!r} are too short: {file} has {size} bytes.</source>
        <translation>{model!r} 모델의 외부 가중치가 너무 짧습니다. {file} 파일의 크기는 {size}바이트입니다.</translation>
    </message>
    <message>
        <source>a file name that is relative to the ONNX file</source>
        <translation>ONNX 파일을 기준으로 한 상대 파일 이름</translation>
    </message>
    <message>
        <source>a number of bytes</source>
        <translation>바이트 수</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the GPU has not enough free memory ({reason:part}).</source>
        <translation>결과를 검사할 수 없습니다: GPU의 여유 메모리가 부족합니다({reason:part}).</translation>
    </message>
    <message>
        <source>The engine failed when it was run: {reason}</source>
        <translation>엔진을 실행하지 못했습니다: {reason}</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the references have the inputs {given}, the engine has {wanted}.</source>
        <translation>결과를 검사할 수 없습니다: 참조 데이터의 입력은 {given}이고 엔진의 입력은 {wanted}입니다.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: the input {tensor!r} of the references is {given}, and the engine takes {wanted}.</source>
        <translation>결과를 검사할 수 없습니다: {tensor!r} 입력은 참조 데이터에서 {given}, 엔진에서 {wanted}입니다.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: no profile of the engine allows the references&apos; inputs ({shapes}).</source>
        <translation>결과를 검사할 수 없습니다: 참조 데이터의 입력({shapes})을 허용하는 프로필이 엔진에 없습니다.</translation>
    </message>
    <message>
        <source>Its results cannot be checked: {tensor!r} is not a plain array ({what}).</source>
        <translation>결과를 검사할 수 없습니다: {tensor!r} 텐서가 단순한 배열이 아닙니다({what}).</translation>
    </message>
    <message>
        <source>The inputs and outputs of the model {model!r} cannot be those that its ONNX file declares.</source>
        <translation>{model!r} 모델의 입력과 출력이 ONNX 파일에 선언된 것과 같을 수 없습니다.</translation>
    </message>
    <message>
        <source>{tensor!r} is {declared} in the ONNX file, but {actual} in the engine.</source>
        <translation>{tensor!r}: ONNX 파일에서는 {declared}, 엔진에서는 {actual}.</translation>
    </message>
    <message numerus="yes">
        <source>The inputs {inputs} have default values in the ONNX file. The engine has no such inputs and always uses those values.</source>
        <translation>
            <numerusform>ONNX 파일에서 {inputs} 입력에 기본값이 있습니다. 엔진에는 이 입력이 없으며 항상 그 값을 사용합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tensor!r} is an input of the model {model!r} and also one of its outputs; an engine cannot have both under one name.</source>
        <translation>{tensor!r} 텐서는 {model!r} 모델의 입력이면서 출력이기도 합니다. 엔진은 같은 이름으로 입력과 출력을 모두 가질 수 없습니다.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: {reason}.</source>
        <translation>{library} 라이브러리를 불러올 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{library} cannot be loaded: there is not enough memory.</source>
        <translation>{library} 라이브러리를 불러올 수 없습니다. 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>A part of the setup does not work on this PC.</source>
        <translation>설치 프로그램의 일부가 이 PC에서 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>The library gave no reason.</source>
        <translation>라이브러리에서 이유를 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not a valid ONNX model; it may be cut off or damaged.</source>
        <translation>{model!r} 모델의 {file} 파일이 올바른 ONNX 모델이 아닙니다. 잘렸거나 손상되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} was changed while the installation was running.</source>
        <translation>설치가 실행되는 동안 {model!r} 모델의 {file} 파일이 변경되었습니다.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is empty.</source>
        <translation>{model!r} 모델의 {file} 파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>A file of the setup was changed while it was being used.</source>
        <translation>설치 프로그램의 파일이 사용되는 동안 변경되었습니다.</translation>
    </message>
    <message>
        <source>{file} of the model {model!r} is not an ONNX model that can be run: it has no outputs.</source>
        <translation>{model!r} 모델의 {file} 파일은 실행할 수 있는 ONNX 모델이 아닙니다. 출력이 없습니다.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} is not that of a network: {reason}.</source>
        <translation>{model!r} 모델의 ONNX 파일은 네트워크의 파일이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>The ONNX file of the model {model!r} cannot be used: {reason}</source>
        <translation>{model!r} 모델의 ONNX 파일을 사용할 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>The inputs and outputs that the ONNX file declares cannot be compared with the engine&apos;s.</source>
        <translation>ONNX 파일에 선언된 입력과 출력을 엔진의 것과 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>The model {model!r} in {file} has no inputs.</source>
        <translation>{file} 파일에 있는 {model!r} 모델에 입력이 없습니다.</translation>
    </message>
    <message>
        <source>The model {model!r} does not declare the shape of its input {inputs}.</source>
        <translation>{model!r} 모델에 {inputs} 입력의 형상이 선언되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The function {function!r} of the model {model!r} calls itself.</source>
        <translation>{model!r} 모델의 {function!r} 함수가 자기 자신을 호출합니다.</translation>
    </message>
    <message>
        <source>graph or the external weights</source>
        <translation>그래프 또는 외부 가중치</translation>
    </message>
    <message>
        <source>graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>its functions expand to more than {number} nodes</source>
        <translation>함수를 펼치면 노드가 {number}개를 초과합니다</translation>
    </message>
    <message>
        <source>a name has more than {number} bytes</source>
        <translation>이름이 {number}바이트를 초과합니다</translation>
    </message>
    <message>
        <source>a tensor has more than {number} dimensions</source>
        <translation>텐서의 차원이 {number}개를 초과합니다</translation>
    </message>
    <message>
        <source>its parts lie more than {number} deep inside each other</source>
        <translation>요소의 중첩이 {number}단계를 초과합니다</translation>
    </message>
    <message>
        <source>it has more than {number} parts</source>
        <translation>요소가 {number}개를 초과합니다</translation>
    </message>
    <message>
        <source>{type}, which {library} does not take</source>
        <translation>{type}({library}에서 사용할 수 없음)</translation>
    </message>
    <message>
        <source>{operator} (node {node})</source>
        <translation>{operator}(노드 {node})</translation>
    </message>
    <message>
        <source>quantized asymmetrically or as uint8</source>
        <translation>비대칭 또는 uint8로 양자화되었습니다</translation>
    </message>
    <message>
        <source>uint8 is not supported inside a network</source>
        <translation>네트워크 내부의 uint8은 지원되지 않습니다</translation>
    </message>
    <message>
        <source>arithmetic with quantized integers is not supported</source>
        <translation>양자화된 정수 연산은 지원되지 않습니다</translation>
    </message>
    <message>
        <source>in training mode</source>
        <translation>학습 모드입니다</translation>
    </message>
    <message>
        <source>with more outputs than are supported</source>
        <translation>출력이 지원되는 수보다 많습니다</translation>
    </message>
    <message>
        <source>TensorRT-RTX does not have this operator</source>
        <translation>TensorRT-RTX에 이 연산자가 없습니다</translation>
    </message>
    <message>
        <source>{node}: {reason}</source>
        <translation>{node}: {reason}</translation>
    </message>
    <message>
        <source>The model {model!r} uses operators that the engine library does not support: {nodes}.</source>
        <translation>{model!r} 모델에서 엔진 라이브러리가 지원하지 않는 연산자를 사용합니다: {nodes}.</translation>
    </message>
    <message>
        <source>{library} cannot build the model {model!r}: {reasons}</source>
        <translation>{library} 라이브러리로는 {model!r} 모델의 엔진을 만들 수 없습니다: {reasons}</translation>
    </message>
    <message>
        <source>{nodes} and {count} more</source>
        <translation>{nodes} 외 {count}개</translation>
    </message>
    <message>
        <source>of no data type</source>
        <translation>데이터 형식 없음</translation>
    </message>
    <message>
        <source>the input {input!r}</source>
        <translation>{input!r} 입력</translation>
    </message>
    <message>
        <source>their content does not fit their data type and shape</source>
        <translation>내용이 데이터 형식 및 형상과 맞지 않습니다</translation>
    </message>
    <message>
        <source>the output {output!r}</source>
        <translation>{output!r} 출력</translation>
    </message>
    <message>
        <source>no node computes it</source>
        <translation>이를 계산하는 노드가 없습니다</translation>
    </message>
    <message>
        <source>number {number}</source>
        <translation>{number}번</translation>
    </message>
    <message>
        <source>a node without an operator</source>
        <translation>연산자가 없는 노드</translation>
    </message>
    <message>
        <source>{operator} (node {node}, inside {outer})</source>
        <translation>{operator}(노드 {node}, {outer} 안)</translation>
    </message>
    <message>
        <source>{node} and {count} more of this kind</source>
        <translation>{node} 및 같은 종류 {count}개</translation>
    </message>
    <message>
        <source>{count} dimensions, more than {library} takes</source>
        <translation>차원이 {count}개로, {library}에서 허용하는 수보다 많습니다</translation>
    </message>
    <message>
        <source>the weights {tensor!r}</source>
        <translation>{tensor!r} 가중치</translation>
    </message>
    <message>
        <source>not supported</source>
        <translation>지원되지 않습니다</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>the weights {tensor!r} are a sparse tensor, which is not supported</source>
        <translation>{tensor!r} 가중치는 지원되지 않는 희소 텐서입니다</translation>
    </message>
    <message>
        <source>a loop without a condition</source>
        <translation>조건이 없는 반복문</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} of the model {model!r} cannot be loaded with {library}: {reason}</source>
        <translation>{model!r} 모델의 {plugin!r} 플러그인을 {library} 라이브러리에서 불러올 수 없습니다: {reason}</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} has it, which this model does not name</source>
        <translation>이 연산자는 {plugin!r} 플러그인에 있지만 이 모델에는 그 플러그인이 지정되어 있지 않습니다</translation>
    </message>
    <message>
        <source>The plugin {plugin!r} does not have the operator {operators}, as app.toml says; it has {found}.</source>
        <translation>app.toml에 지정된 {operators} 연산자가 {plugin!r} 플러그인에 없습니다(있는 연산자: {found}).</translation>
    </message>
    <message>
        <source>the plugin {plugin!r} does not take it: {reason}</source>
        <translation>{plugin!r} 플러그인에서 받아들이지 않습니다: {reason}</translation>
    </message>
    <message>
        <source>app.toml does not fit the ONNX file of the model {model!r}.</source>
        <translation>app.toml의 내용이 {model!r} 모델의 ONNX 파일과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 외 {count}개</translation>
    </message>
    <message>
        <source>they are not used</source>
        <translation>사용하지 않습니다</translation>
    </message>
    <message>
        <source>they were set aside</source>
        <translation>따로 옮겨 두었습니다</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings ({reason}); {outcome}</source>
        <translation>이 컴퓨터의 타이밍({reason}). {outcome}</translation>
    </message>
    <message>
        <source>{what} ({reason})</source>
        <translation>{what}({reason})</translation>
    </message>
    <message>
        <source>the library gave no reason</source>
        <translation>라이브러리에서 이유를 알려 주지 않았습니다</translation>
    </message>
    <message>
        <source>all timing caches</source>
        <translation>모든 타이밍 캐시</translation>
    </message>
    <message>
        <source>the library does not let shipped timings be taken out</source>
        <translation>라이브러리에서 포함된 타이밍을 제외할 수 없습니다</translation>
    </message>
    <message>
        <source>{file} was changed since it was checked</source>
        <translation>{file} 파일이 확인 후에 변경되었습니다</translation>
    </message>
    <message>
        <source>another build holds them for too long</source>
        <translation>다른 만들기 작업이 너무 오래 사용하고 있습니다</translation>
    </message>
    <message>
        <source>this computer&apos;s own timings cannot be read ({error})</source>
        <translation>이 컴퓨터의 타이밍을 읽을 수 없습니다({error})</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error})</source>
        <translation>{file} 파일을 읽을 수 없습니다({error})</translation>
    </message>
    <message>
        <source>they have grown too large, so they were removed</source>
        <translation>너무 커져서 제거했습니다</translation>
    </message>
    <message>
        <source>Weights are infinite or not numbers, and the engine&apos;s results may be as well: {weights}.</source>
        <translation>가중치에 무한대이거나 숫자가 아닌 값이 있어 엔진의 결과도 그럴 수 있습니다: {weights}.</translation>
    </message>
    <message>
        <source>Weights of type fp64 are too large for fp32, and the engine has the largest fp32 number instead: {weights}.</source>
        <translation>fp64 형식의 가중치가 fp32에 비해 너무 커서 엔진에는 fp32의 최댓값이 들어갑니다: {weights}.</translation>
    </message>
    <message>
        <source>Weights are too large for fp16 and become infinite: {weights}.</source>
        <translation>가중치가 fp16에 비해 너무 커서 무한대가 됩니다: {weights}.</translation>
    </message>
    <message>
        <source>The engine library changed numbers that do not fit: {reason}</source>
        <translation>엔진 라이브러리가 범위를 벗어난 숫자를 변경했습니다: {reason}</translation>
    </message>
    <message>
        <source>{weight!r} ({count} of {total})</source>
        <translation>{weight!r}({total}개 중 {count}개)</translation>
    </message>
    <message>
        <source>{app} has no feed, so --feed has nothing to be for.</source>
        <translation>{app} 앱에는 피드가 없으므로 --feed 옵션을 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>The feed&apos;s statement about engines was refused: {reason}.</source>
        <translation>피드의 엔진 명세를 거부했습니다: {reason}.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights, and there is no way to ask for them here.</source>
        <translation>모든 사용자용으로 설치하려면 관리자 권한이 필요하지만 여기서는 권한을 요청할 수 없습니다.</translation>
    </message>
    <message>
        <source>The run with administrator rights ended without a result: {how}</source>
        <translation>관리자 권한으로 실행한 작업이 결과 없이 끝났습니다: {how}</translation>
    </message>
    <message>
        <source>Administrator rights were not given. Nothing was changed.</source>
        <translation>관리자 권한이 허용되지 않았습니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Only an administrator can install for everyone on this PC.</source>
        <translation>관리자만 이 PC의 모든 사용자용으로 설치할 수 있습니다.</translation>
    </message>
    <message>
        <source>Administrator rights were not given.</source>
        <translation>관리자 권한이 허용되지 않았습니다.</translation>
    </message>
    <message>
        <source>timed while the GPU was in use by {programs}; a repair times it again</source>
        <translation>다음 프로그램이 GPU를 사용하는 동안 측정되었습니다: {programs}. 복구하면 다시 측정합니다</translation>
    </message>
    <message>
        <source>its results are right on {gpu}</source>
        <translation>{gpu}에서 올바른 결과를 냅니다</translation>
    </message>
    <message>
        <source>{right}; other ways gave wrong results</source>
        <translation>{right}. 다른 방법으로는 잘못된 결과가 나왔습니다</translation>
    </message>
    <message>
        <source>it is unknown whether the GPU was in use during the build: {reasons}</source>
        <translation>만드는 동안 GPU가 사용되었는지 알 수 없습니다: {reasons}</translation>
    </message>
    <message>
        <source>timed while the GPU was in use; a repair times it again</source>
        <translation>GPU가 사용되는 동안 측정되었습니다. 복구하면 다시 측정합니다</translation>
    </message>
    <message>
        <source>its results were not checked: {reason:part}</source>
        <translation>결과를 검사하지 않았습니다: {reason:part}</translation>
    </message>
    <message>
        <source>{file} is damaged: {reason}.</source>
        <translation>{file} 파일이 손상되었습니다: {reason}.</translation>
    </message>
    <message>
        <source>Features cannot be added or removed: {file} does not exist.</source>
        <translation>기능을 추가하거나 제거할 수 없습니다. {file} 파일이 존재하지 않습니다.</translation>
    </message>
    <message>
        <source>Repair the application first.</source>
        <translation>먼저 앱을 복구하십시오.</translation>
    </message>
    <message>
        <source>What is installed here has to be repaired first.</source>
        <translation>먼저 여기에 설치된 항목을 복구해야 합니다.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that is installed.</source>
        <translation>{folder} 폴더의 앱 패키지는 설치된 앱 패키지가 아닙니다.</translation>
    </message>
    <message>
        <source>The files that this needs are no longer there. Download the setup again.</source>
        <translation>필요한 파일이 더 이상 없습니다. 설치 프로그램을 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>{folder} is the folder that the application&apos;s files come from.</source>
        <translation>{folder} 폴더는 앱 파일의 원본 폴더입니다.</translation>
    </message>
    <message>
        <source>The files of the setup are in this folder.</source>
        <translation>이 폴더에는 설치 프로그램의 파일이 있습니다.</translation>
    </message>
    <message>
        <source>Everything is current; nothing was changed.</source>
        <translation>모두 최신 상태입니다. 변경된 내용은 없습니다.</translation>
    </message>
    <message>
        <source>Ask the application&apos;s vendor; nothing of it was used.</source>
        <translation>앱 제공업체에 문의하십시오. 해당 내용은 전혀 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>Version {version} replaces the newer version {installed}.</source>
        <translation>더 새로운 버전 {installed} 대신 버전 {version} 설치.</translation>
    </message>
    <message>
        <source>{installed} ({installed_id}) is installed in {folder}; {name} ({id}) needs a folder of its own.</source>
        <translation>{folder} 폴더에 이미 다른 앱이 설치되어 있습니다: {installed}({installed_id}). {name}({id}) 앱에는 별도의 폴더가 필요합니다.</translation>
    </message>
    <message>
        <source>{app} has no feature {features}.</source>
        <translation>{app}에 없는 기능입니다: {features}.</translation>
    </message>
    <message>
        <source>Choose another folder, or uninstall the other application first.</source>
        <translation>다른 폴더를 선택하거나 먼저 다른 앱을 제거하십시오.</translation>
    </message>
    <message>
        <source>{app} is installed in this folder, and two applications cannot share one.</source>
        <translation>이 폴더에는 {app} 앱이 설치되어 있으며, 두 앱이 한 폴더를 함께 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} is damaged: {reason}.</source>
        <translation>복구할 항목이 없습니다. {file} 파일이 손상되었습니다: {reason}.</translation>
    </message>
    <message>
        <source>There is nothing to repair: {file} does not exist.</source>
        <translation>복구할 항목이 없습니다. {file} 파일이 존재하지 않습니다.</translation>
    </message>
    <message>
        <source>Install the application instead.</source>
        <translation>복구 대신 앱을 설치하십시오.</translation>
    </message>
    <message>
        <source>A timing cache that ships with the application is not used: {problem}.</source>
        <translation>앱에 포함된 타이밍 캐시를 사용하지 않습니다: {problem}.</translation>
    </message>
    <message>
        <source>app.toml says verify = false: the files of this package were not checked against their hashes.</source>
        <translation>app.toml에 verify = false로 지정되어 있어 이 패키지의 파일을 해시와 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>{file} is not as engine-installer installed it; it is kept as {name}.</source>
        <translation>{file} 파일이 engine-installer에서 설치한 상태와 다릅니다. {name} 이름으로 보관합니다.</translation>
    </message>
    <message>
        <source>{file} belongs to an earlier version, but was changed since; it is kept.</source>
        <translation>{file} 파일은 이전 버전의 것이지만 이후 변경되었으므로 그대로 둡니다.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing and can only be restored by the application&apos;s own installer: {files}.</source>
        <translation>
            <numerusform>앱 파일 {count}개가 없습니다. 앱 설치 프로그램으로만 복원할 수 있습니다: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its features that can be left out: {features}.</source>
        <translation>제외할 수 있는 기능: {features}.</translation>
    </message>
    <message>
        <source>It has no features that can be left out.</source>
        <translation>제외할 수 있는 기능이 없습니다.</translation>
    </message>
    <message>
        <source>What is installed here cannot be repaired. Install it again.</source>
        <translation>여기에 설치된 항목은 복구할 수 없습니다. 다시 설치하십시오.</translation>
    </message>
    <message>
        <source>No timing cache is used: {reason}.</source>
        <translation>타이밍 캐시를 사용하지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the log.</source>
        <translation>이 사용자에게 홈 폴더가 없어 로그의 기본 위치가 없습니다.</translation>
    </message>
    <message>
        <source>The log file {file} cannot be written: {reason}.</source>
        <translation>로그 파일 {file}에 쓸 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Choose another file with --log.</source>
        <translation>--log 옵션으로 다른 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>{what} installed in {folder}.</source>
        <translation>{folder} 폴더에 설치했습니다: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} engines</source>
        <translation>
            <numerusform>엔진 {count}개</numerusform>
        </translation>
    </message>
    <message>
        <source>The time limit was reached: {engines} installed, {left} not built yet.</source>
        <translation>제한 시간에 도달했습니다. 설치됨: {engines}, 아직 만들지 않음: {left}개.</translation>
    </message>
    <message numerus="yes">
        <source>But {count} files of the application are missing: {files}.</source>
        <translation>
            <numerusform>하지만 앱 파일 {count}개가 없습니다: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features could not be set up, for several reasons.</source>
        <translation>
            <numerusform>여러 가지 이유로 AI 기능 {count}개를 설치할 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No timing was measured here</source>
        <translation>이 컴퓨터에서 측정한 타이밍이 없습니다</translation>
    </message>
    <message>
        <source>{measured}; {served} of {models} took every timing from the cache.</source>
        <translation>{measured}. 모든 타이밍을 캐시에서 가져온 모델: {models}개 중 {served}개.</translation>
    </message>
    <message>
        <source>Run the application&apos;s own installer.</source>
        <translation>앱 설치 프로그램을 실행하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application are missing.</source>
        <translation>
            <numerusform>앱 파일 {count}개가 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is for other GPUs</source>
        <translation>다른 GPU용입니다</translation>
    </message>
    <message>
        <source>These files are in use by {programs}: {files}.</source>
        <translation>다음 파일을 {programs}에서 사용 중입니다: {files}.</translation>
    </message>
    <message>
        <source>Windows does not take the folder {folder}, because of {fault}.</source>
        <translation>Windows에서 {folder} 폴더를 사용할 수 없습니다: {fault}.</translation>
    </message>
    <message>
        <source>The records of the installation in this folder were changed or damaged.</source>
        <translation>이 폴더의 설치 기록이 변경되었거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again; files of the application that are already there are then kept under another name.</source>
        <translation>누군가가 변경했거나 디스크가 손상되었습니다. 이 파일을 삭제한 다음 설치 프로그램을 다시 실행하십시오. 이미 있는 앱 파일은 다른 이름으로 보관됩니다.</translation>
    </message>
    <message>
        <source>{path} is not a file, but a file of that name must be installed.</source>
        <translation>{path} 항목은 파일이 아니지만 같은 이름의 파일을 설치해야 합니다.</translation>
    </message>
    <message>
        <source>Move or rename it, or choose another folder.</source>
        <translation>옮기거나 이름을 바꾸거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Put a folder in its place, or choose another folder.</source>
        <translation>그 자리에 폴더를 두거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card}.</source>
        <translation>AI 기능이 {card}에 맞게 최적화되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed are still in its folder.</source>
        <translation>
            <numerusform>사용자가 변경한 파일 {count}개가 폴더에 남아 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its AI features are ready.</source>
        <translation>AI 기능이 준비되었습니다.</translation>
    </message>
    <message>
        <source>Its AI features are optimized for your {card} again.</source>
        <translation>AI 기능이 {card}에 맞게 다시 최적화되었습니다.</translation>
    </message>
    <message>
        <source>{app} was removed</source>
        <translation>{app} 앱이 제거되었습니다</translation>
    </message>
    <message>
        <source>It has been taken off this PC.</source>
        <translation>이 PC에서 제거되었습니다.</translation>
    </message>
    <message>
        <source>{size} are free again.</source>
        <translation>{size}의 공간이 확보되었습니다.</translation>
    </message>
    <message>
        <source>{app} is ready</source>
        <translation>{app} 앱이 준비되었습니다</translation>
    </message>
    <message>
        <source>{app} is installed</source>
        <translation>{app} 앱이 설치되었습니다</translation>
    </message>
    <message>
        <source>{app} {version} is complete.</source>
        <translation>{app} {version}: 모든 항목이 완전합니다.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>Missing or damaged</source>
        <translation>없거나 손상됨</translation>
    </message>
    <message>
        <source>To be optimized</source>
        <translation>최적화 필요</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>외 {count}개</translation>
    </message>
    <message>
        <source>Not enough memory</source>
        <translation>메모리 부족</translation>
    </message>
    <message>
        <source>They need {needed}.</source>
        <translation>필요한 메모리: {needed}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} models</source>
        <translation>
            <numerusform>모델 {count}개</numerusform>
        </translation>
    </message>
    <message>
        <source>{failed} of {wanted} could not be built:</source>
        <translation>{wanted} 중 {failed}개를 만들 수 없었습니다:</translation>
    </message>
    <message>
        <source>{models}: {hint}</source>
        <translation>{models}: {hint}</translation>
    </message>
    <message numerus="yes">
        <source>{count} timings measured here in {seconds:.1f} s</source>
        <translation>
            <numerusform>이 컴퓨터에서 타이밍 {count}개를 {seconds:.1f}초 동안 측정했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files of the application</source>
        <translation>
            <numerusform>앱 파일 {count}개</numerusform>
        </translation>
    </message>
    <message>
        <source>No engine had to be built; {file} is current.</source>
        <translation>만들 엔진이 없습니다. {file} 파일은 최신 상태입니다.</translation>
    </message>
    <message>
        <source>  - {engine}: {reason}</source>
        <translation>  - {engine}: {reason}</translation>
    </message>
    <message>
        <source>engine-installer hit an internal error: {kind}: {message}</source>
        <translation>engine-installer에서 내부 오류가 발생했습니다: {kind}: {message}</translation>
    </message>
    <message>
        <source>There is not enough memory to go on.</source>
        <translation>메모리가 부족하여 계속할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing in {folder} that a shortcut could start.</source>
        <translation>{folder} 폴더에 바로 가기로 시작할 수 있는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>not wanted on this computer now</source>
        <translation>현재 이 컴퓨터에는 필요하지 않습니다</translation>
    </message>
    <message>
        <source>a removal was interrupted; uninstalling again completes it</source>
        <translation>제거가 중단되었습니다. 다시 제거하면 완료됩니다</translation>
    </message>
    <message>
        <source>{file} is damaged and counts as missing: {reason}</source>
        <translation>{file} 파일이 손상되어 없는 것으로 처리합니다: {reason}</translation>
    </message>
    <message>
        <source>{file} is missing</source>
        <translation>{file} 파일이 없습니다</translation>
    </message>
    <message>
        <source>the model is no longer in the app package</source>
        <translation>모델이 앱 패키지에 더 이상 없습니다</translation>
    </message>
    <message>
        <source>an installation was interrupted; installing again completes it</source>
        <translation>설치가 중단되었습니다. 다시 설치하면 완료됩니다</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed</source>
        <translation>{file} 파일이 설치 후에 변경되었습니다</translation>
    </message>
    <message>
        <source>its GPU does not answer</source>
        <translation>해당 GPU가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>{file} is missing; the application&apos;s own installer restores it</source>
        <translation>{file} 파일이 없습니다. 앱 설치 프로그램으로 복원할 수 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} files from {folder}.</source>
        <translation>
            <numerusform>{folder} 폴더에서 파일 {count}개를 제거했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove: engine-installer has installed nothing in {folder}.</source>
        <translation>제거할 항목이 없습니다. {folder} 폴더에 engine-installer가 설치한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Kept, because changed since they were installed: {files}.</source>
        <translation>설치 후에 변경되어 그대로 두었습니다: {files}.</translation>
    </message>
    <message>
        <source>Kept, because they were there before: {files}.</source>
        <translation>이전부터 있던 것이므로 그대로 두었습니다: {files}.</translation>
    </message>
    <message>
        <source>Kept, because not installed by engine-installer: {files}.</source>
        <translation>engine-installer가 설치한 것이 아니므로 그대로 두었습니다: {files}.</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} log files.</source>
        <translation>
            <numerusform>로그 파일 {count}개를 제거했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty folders that this user may not remove: {folders}.</source>
        <translation>이 사용자가 제거할 수 없는 빈 폴더: {folders}.</translation>
    </message>
    <message>
        <source>Choose the application&apos;s folder.</source>
        <translation>앱 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The removal from {folder} that was interrupted is complete.</source>
        <translation>중단되었던 {folder} 폴더의 제거를 완료했습니다.</translation>
    </message>
    <message>
        <source>These files are in use: {files}.</source>
        <translation>다음 파일이 사용 중입니다: {files}.</translation>
    </message>
    <message>
        <source>{file} was changed while it was being installed.</source>
        <translation>설치하는 동안 {file} 파일이 변경되었습니다.</translation>
    </message>
    <message>
        <source>Files of the application are in use. Close it, then try again.</source>
        <translation>앱 파일이 사용 중입니다. 앱을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged.</source>
        <translation>{file} 파일이 패키지를 만들 때의 상태와 다릅니다.</translation>
    </message>
    <message>
        <source>A file was changed while it was being copied.</source>
        <translation>복사하는 동안 파일이 변경되었습니다.</translation>
    </message>
    <message>
        <source>Download the installer again.</source>
        <translation>설치 프로그램을 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>An installation for all users needs administrator rights.</source>
        <translation>모든 사용자용으로 설치하려면 관리자 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Run this as administrator.</source>
        <translation>관리자 권한으로 실행하십시오.</translation>
    </message>
    <message>
        <source>Administrator rights are needed for this.</source>
        <translation>이 작업에는 관리자 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Another run of engine-installer is working on {folder}; waiting until it has finished.</source>
        <translation>다른 engine-installer 작업이 {folder} 폴더를 사용하고 있습니다. 끝날 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>Other users of this computer cannot read {place}. If they use the application, an administrator must give them the right.</source>
        <translation>이 컴퓨터의 다른 사용자는 {place} 위치를 읽을 수 없습니다. 다른 사용자도 앱을 사용하려면 관리자가 권한을 부여해야 합니다.</translation>
    </message>
    <message>
        <source>The operating system&apos;s list of applications was not changed: {reason}</source>
        <translation>운영 체제의 앱 목록이 변경되지 않았습니다: {reason}</translation>
    </message>
    <message>
        <source>The shortcut {file} was not changed: {reason}</source>
        <translation>바로 가기 {file} 파일이 변경되지 않았습니다: {reason}</translation>
    </message>
    <message>
        <source>A removal was interrupted; it is completed first.</source>
        <translation>중단된 제거 작업이 있습니다. 먼저 그 작업을 완료합니다.</translation>
    </message>
    <message>
        <source>An installation was interrupted; it is completed first.</source>
        <translation>중단된 설치 작업이 있습니다. 먼저 그 작업을 완료합니다.</translation>
    </message>
    <message>
        <source>The engine library is not part of this program, and its wheels are not in {folders}: {wheels}.</source>
        <translation>엔진 라이브러리가 이 프로그램에 포함되어 있지 않으며, 필요한 wheel이 {folders} 폴더에 없습니다: {wheels}.</translation>
    </message>
    <message>
        <source>Others on this PC could change that folder, so it is not safe.</source>
        <translation>이 PC의 다른 사용자가 해당 폴더를 변경할 수 있어 안전하지 않습니다.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no default for the target.</source>
        <translation>이 사용자에게 홈 폴더가 없어 기본 설치 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is written to {folder} with administrator rights: {reason}.</source>
        <translation>관리자 권한으로는 {folder} 폴더에 쓰지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>This user account has no folder of its own.</source>
        <translation>이 사용자 계정에는 전용 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Choose a folder that only administrators can change, or run this without administrator rights.</source>
        <translation>관리자만 변경할 수 있는 폴더를 선택하거나, 관리자 권한 없이 실행하십시오.</translation>
    </message>
    <message>
        <source>This program is not as it was packaged: {file} is missing.</source>
        <translation>이 프로그램은 완전하지 않습니다. {file} 파일이 없습니다.</translation>
    </message>
    <message>
        <source>{file} is not as it was packaged: it names {name}.</source>
        <translation>{file} 파일이 패키지를 만들 때의 상태와 다릅니다. {name} 이름이 적혀 있습니다.</translation>
    </message>
    <message>
        <source>it has another name elsewhere (a hard link)</source>
        <translation>다른 곳에 다른 이름(하드 링크)이 있습니다</translation>
    </message>
    <message>
        <source>it belongs to another user, or others can write it</source>
        <translation>다른 사용자의 것이거나 다른 사용자가 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>A file cannot be written safely, because others on this PC could change it.</source>
        <translation>이 PC의 다른 사용자가 변경할 수 있어 파일을 안전하게 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The files that a repair needs were changed. Download the setup again.</source>
        <translation>복구에 필요한 파일이 변경되었습니다. 설치 프로그램을 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>The files that a repair needs are no longer there. Download the setup again.</source>
        <translation>복구에 필요한 파일이 더 이상 없습니다. 설치 프로그램을 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>Download the application&apos;s installer again.</source>
        <translation>앱 설치 프로그램을 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>Check the network connection and the system&apos;s proxy, then try again.</source>
        <translation>네트워크 연결과 시스템 프록시를 확인한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Close other programs that use the graphics card or much memory, then try again.</source>
        <translation>그래픽 카드 또는 많은 메모리를 사용하는 다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Try again when no other program writes to the installation files.</source>
        <translation>다른 프로그램이 설치 파일에 쓰지 않을 때 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Specify a file with --log.</source>
        <translation>--log 옵션으로 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Try again to continue; nothing is done twice.</source>
        <translation>계속하려면 다시 시도하십시오. 완료된 작업은 반복되지 않습니다.</translation>
    </message>
    <message>
        <source>Close the application, then try again.</source>
        <translation>앱을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Try again to complete what has begun.</source>
        <translation>다시 시도하십시오. 시작된 작업이 완료됩니다.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer at {folder}.</source>
        <translation>{app}의 앱 패키지가 더 이상 {folder} 폴더에 없습니다.</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>No app package came with this copy of the program.</source>
        <translation>이 프로그램에는 앱 패키지가 포함되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The app package of {app} is no longer there.</source>
        <translation>{app}의 앱 패키지가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>It is not known which app package was installed in {target}, so none is used with administrator rights.</source>
        <translation>{target} 폴더에 어떤 앱 패키지가 설치되었는지 알 수 없으므로 관리자 권한으로는 어떤 패키지도 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not used with administrator rights: {reason}.</source>
        <translation>관리자 권한으로는 {folder} 폴더의 앱 패키지를 사용하지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>The app package in {folder} is not the one that was installed.</source>
        <translation>{folder} 폴더의 앱 패키지는 설치된 것이 아닙니다.</translation>
    </message>
    <message>
        <source>more than {limit_mib} MiB arrived</source>
        <translation>{limit_mib} MiB보다 많은 데이터를 받았습니다</translation>
    </message>
    <message>
        <source>the server has {found} bytes, and {file} states {size}</source>
        <translation>서버의 파일은 {found}바이트이지만 {file}에 적힌 크기는 {size}바이트입니다</translation>
    </message>
    <message>
        <source>more than the {size} bytes arrived that {file} states</source>
        <translation>{file}에 적힌 {size}바이트보다 많은 데이터를 받았습니다</translation>
    </message>
    <message>
        <source>Engines are built here, because none can be downloaded now: {reason}</source>
        <translation>지금은 엔진을 다운로드할 수 없어 여기서 만듭니다: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>Removed {count} engines from {folder}.</source>
        <translation>
            <numerusform>{folder} 폴더에서 엔진 {count}개를 제거했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are different from those that the vendor tested.</source>
        <translation>
            <numerusform>그중 {count}개는 제공업체가 테스트한 것과 다릅니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} of them are identical to those that the vendor tested.</source>
        <translation>
            <numerusform>그중 {count}개는 제공업체가 테스트한 것과 동일합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set up is {difference}. It has passed every other check. Ask the application&apos;s vendor if it comes again after a repair.</source>
        <translation>설치된 내용이 {difference}. 다른 검사는 모두 통과했습니다. 복구 후에도 같은 문제가 다시 발생하면 앱 제공업체에 문의하십시오.</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>출처: {place}</translation>
    </message>
    <message>
        <source>Copy the kit again, as a whole, from its source.</source>
        <translation>키트 전체를 원래 위치에서 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>it is not in the kit {folder}, and nothing else is used</source>
        <translation>{folder} 키트에 없으며, 다른 것은 사용하지 않습니다</translation>
    </message>
    <message>
        <source>The kit {folder} is incomplete or damaged, so nothing was installed.</source>
        <translation>{folder} 키트가 불완전하거나 손상되어 아무것도 설치하지 않았습니다.</translation>
    </message>
    <message>
        <source>{folder} is not a kit: its {file} cannot be read.</source>
        <translation>{folder} 폴더는 키트가 아닙니다. {file} 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Specify the folder that &apos;engine-builder kit&apos; has made, with everything in it.</source>
        <translation>&apos;engine-builder kit&apos;으로 만든 폴더를 모든 내용이 들어 있는 상태로 지정하십시오.</translation>
    </message>
    <message>
        <source>The app package of {app} {version} is no longer there: {folder} has version {found}.</source>
        <translation>{app} {version} 앱 패키지가 더 이상 없습니다. {folder} 폴더에 있는 버전은 {found}입니다.</translation>
    </message>
    <message>
        <source>{file} was changed since it was installed.</source>
        <translation>{file} 파일이 설치 후에 변경되었습니다.</translation>
    </message>
    <message>
        <source>The receipt {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>설치 기록 {file} 파일이 engine-installer에서 작성한 것과 다릅니다: {fault}.</translation>
    </message>
    <message>
        <source>The program that all users would start for a repair is not safe: {reason}.</source>
        <translation>복구할 때 모든 사용자가 시작하는 프로그램이 안전하지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>Others on this PC could change the program that carries out repairs.</source>
        <translation>이 PC의 다른 사용자가 복구를 수행하는 프로그램을 변경할 수 있습니다.</translation>
    </message>
    <message>
        <source>{entry} is there already, and engine-installer did not write it.</source>
        <translation>{entry} 항목이 이미 있으며 engine-installer가 작성한 것이 아닙니다.</translation>
    </message>
    <message>
        <source>This user has no home folder, so there is no menu to list the application in.</source>
        <translation>이 사용자에게 홈 폴더가 없어 앱을 등록할 메뉴가 없습니다.</translation>
    </message>
    <message>
        <source>Another program is listed under the same name.</source>
        <translation>같은 이름의 다른 프로그램이 이미 등록되어 있습니다.</translation>
    </message>
    <message>
        <source>register</source>
        <translation>항목을 등록할</translation>
    </message>
    <message>
        <source>look up the registration of</source>
        <translation>항목의 등록 정보를 확인할</translation>
    </message>
    <message>
        <source>unregister</source>
        <translation>항목의 등록을 취소할</translation>
    </message>
    <message>
        <source>Something in this folder has the name of a file that must be installed.</source>
        <translation>이 폴더에 설치할 파일과 이름이 같은 항목이 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is written to {target}: {folder} is a symbolic link, but engine-installer made a folder there.</source>
        <translation>{target} 폴더에 쓰지 않습니다. engine-installer가 만든 {folder} 폴더가 심볼릭 링크로 바뀌어 있습니다.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another volume than {target}.</source>
        <translation>{folder} 폴더가 {target} 폴더와 다른 볼륨에 있습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what was prepared for it is gone.</source>
        <translation>{file} 파일을 설치할 수 없습니다. 준비해 둔 파일이 없어졌습니다.</translation>
    </message>
    <message>
        <source>Someone has changed it. Put the folder back, or choose another folder.</source>
        <translation>누군가가 변경했습니다. 폴더를 원래대로 되돌리거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The journal {file} is not as engine-installer wrote it: {fault}.</source>
        <translation>작업 기록 {file} 파일이 engine-installer에서 작성한 것과 다릅니다: {fault}.</translation>
    </message>
    <message>
        <source>Make it a folder that only administrators can change, or choose another one.</source>
        <translation>관리자만 변경할 수 있는 폴더로 만들거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Install into a folder whose parts are on one volume.</source>
        <translation>전체가 한 볼륨에 있는 폴더에 설치하십시오.</translation>
    </message>
    <message>
        <source>Parts of this folder are on different disks.</source>
        <translation>이 폴더의 일부가 다른 디스크에 있습니다.</translation>
    </message>
    <message>
        <source>A file that was prepared for the installation is gone.</source>
        <translation>설치를 위해 준비한 파일이 없어졌습니다.</translation>
    </message>
    <message>
        <source>{folder} is a symbolic link, and nothing is changed behind it.</source>
        <translation>{folder} 폴더는 심볼릭 링크이므로 링크 대상은 변경하지 않습니다.</translation>
    </message>
    <message>
        <source>Someone has changed it, or the disk is damaged. Delete that file, then run the installer again.</source>
        <translation>누군가가 변경했거나 디스크가 손상되었습니다. 이 파일을 삭제한 다음 설치 프로그램을 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>{file} cannot be installed: what the interrupted run had prepared for it is gone.</source>
        <translation>{file} 파일을 설치할 수 없습니다. 중단된 작업에서 준비해 둔 파일이 없어졌습니다.</translation>
    </message>
    <message>
        <source>Delete {journal}, then run the installer again.</source>
        <translation>{journal} 파일을 삭제한 다음 설치 프로그램을 다시 실행하십시오.</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>설치됨</translation>
    </message>
    <message>
        <source>Adds {features}</source>
        <translation>추가: {features}</translation>
    </message>
    <message>
        <source>Removes {features}</source>
        <translation>제거: {features}</translation>
    </message>
    <message>
        <source>Does not work on this PC</source>
        <translation>이 PC에서 작동하지 않음</translation>
    </message>
    <message>
        <source>Added: {features}.</source>
        <translation>추가됨: {features}.</translation>
    </message>
    <message>
        <source>Removed: {features}.</source>
        <translation>제거됨: {features}.</translation>
    </message>
    <message>
        <source>Optimized in another way, because the first one gave wrong results: {features}.</source>
        <translation>처음 방법에서 잘못된 결과가 나와 다른 방법으로 최적화됨: {features}.</translation>
    </message>
    <message>
        <source>The results of its AI features are right.</source>
        <translation>AI 기능의 결과가 올바릅니다.</translation>
    </message>
    <message>
        <source>Downloaded: {features} ({size}).</source>
        <translation>다운로드됨: {features}({size}).</translation>
    </message>
    <message>
        <source>Optimized on this PC: {features}.</source>
        <translation>이 PC에서 최적화됨: {features}.</translation>
    </message>
    <message>
        <source>Optimized on this PC, because the download failed: {features}.</source>
        <translation>다운로드하지 못하여 이 PC에서 최적화됨: {features}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} graphics cards</source>
        <translation>
            <numerusform>그래픽 카드 {count}개</numerusform>
        </translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} 사용 가능</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>may be a problem</source>
        <translation>문제가 될 수 있음</translation>
    </message>
    <message>
        <source>has to be changed</source>
        <translation>변경 필요</translation>
    </message>
    <message>
        <source>See what is marked.</source>
        <translation>표시된 항목을 확인하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features may run a little slower than they could.</source>
        <translation>
            <numerusform>AI 기능 {count}개가 낼 수 있는 속도보다 조금 느릴 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 및 {last}</translation>
    </message>
    <message>
        <source>{size} to download</source>
        <translation>{size} 다운로드</translation>
    </message>
    <message>
        <source>AI features may run a little slower</source>
        <translation>AI 기능이 조금 느려질 수 있음</translation>
    </message>
    <message>
        <source>AI features will run at full speed</source>
        <translation>AI 기능이 최고 속도로 실행됨</translation>
    </message>
    <message>
        <source>{free} free on {volume}</source>
        <translation>{free} 사용 가능({volume})</translation>
    </message>
    <message>
        <source>Your PC has everything that is needed.</source>
        <translation>PC에 필요한 것이 모두 갖추어져 있습니다.</translation>
    </message>
    <message>
        <source>The AI features do not work on this PC.</source>
        <translation>이 PC에서는 AI 기능이 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>Some AI features do not work on this PC.</source>
        <translation>이 PC에서는 일부 AI 기능이 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>{programs} was using your graphics card</source>
        <translation>그래픽 카드를 사용하던 프로그램: {programs}</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card</source>
        <translation>다른 프로그램이 그래픽 카드를 사용하고 있었습니다</translation>
    </message>
    <message>
        <source>The AI features</source>
        <translation>AI 기능</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time from Settings › Apps › Modify.</source>
        <translation>{features}: {time} 더 빠르게 만들 수 있습니다. 지금 하거나 언제든지 설정 › 앱 › 수정에서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>{features} can be made faster {time}: now, or at any time with Repair.</source>
        <translation>{features}: {time} 더 빠르게 만들 수 있습니다. 지금 하거나 언제든지 복구에서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>If you add one, choose Modify in Settings › Apps.</source>
        <translation>그래픽 카드를 추가하면 설정 › 앱에서 수정을 선택하십시오.</translation>
    </message>
    <message>
        <source>If you add one, start this setup again and choose Repair.</source>
        <translation>그래픽 카드를 추가하면 이 설치 프로그램을 다시 시작하여 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>When that has changed, choose Modify in Settings › Apps.</source>
        <translation>문제가 해결되면 설정 › 앱에서 수정을 선택하십시오.</translation>
    </message>
    <message>
        <source>When that has changed, start this setup again and choose Repair.</source>
        <translation>문제가 해결되면 이 설치 프로그램을 다시 시작하여 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>You can keep using your PC</source>
        <translation>PC를 계속 사용할 수 있음</translation>
    </message>
    <message>
        <source>Nothing was changed on this PC.</source>
        <translation>이 PC에서 변경된 내용은 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{app} works; {count} AI features could not be set up.</source>
        <translation>
            <numerusform>{app} 앱은 작동하지만 AI 기능 {count}개를 설치할 수 없었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of it is done already. Try again to finish it.</source>
        <translation>일부는 이미 완료되었습니다. 다시 시도하면 마칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Almost everything is ready</source>
        <translation>거의 모두 준비되었습니다</translation>
    </message>
    <message>
        <source>Another setup of {app} is running</source>
        <translation>{app} 앱의 다른 설치 작업이 진행 중입니다</translation>
    </message>
    <message>
        <source>The installation was stopped</source>
        <translation>설치가 중지되었습니다</translation>
    </message>
    <message>
        <source>The repair was stopped</source>
        <translation>복구가 중지되었습니다</translation>
    </message>
    <message>
        <source>The removal was stopped</source>
        <translation>제거가 중지되었습니다</translation>
    </message>
    <message>
        <source>{app} is not ready yet</source>
        <translation>{app} 앱이 아직 준비되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} is not repaired yet</source>
        <translation>{app} 앱이 아직 복구되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} is not removed yet</source>
        <translation>{app} 앱이 아직 제거되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not installed completely</source>
        <translation>{app} 앱이 완전히 설치되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not repaired completely</source>
        <translation>{app} 앱이 완전히 복구되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not removed completely</source>
        <translation>{app} 앱이 완전히 제거되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not repaired</source>
        <translation>{app} 앱이 복구되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not removed</source>
        <translation>{app} 앱이 제거되지 않았습니다</translation>
    </message>
    <message>
        <source>What is finished stays.</source>
        <translation>완료된 것은 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>It must finish first.</source>
        <translation>먼저 그 작업이 끝나야 합니다.</translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>제거할 항목이 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to repair.</source>
        <translation>복구할 항목이 없습니다.</translation>
    </message>
    <message>
        <source>{app} is not installed</source>
        <translation>{app} 앱이 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>{app} is not complete</source>
        <translation>{app} 앱이 완전하지 않습니다</translation>
    </message>
    <message>
        <source>{app} was not updated</source>
        <translation>{app} 앱이 업데이트되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not installed</source>
        <translation>{app} 앱이 설치되지 않았습니다</translation>
    </message>
    <message>
        <source>this disk</source>
        <translation>이 디스크</translation>
    </message>
    <message>
        <source>drive {letter}</source>
        <translation>드라이브 {letter}</translation>
    </message>
    <message>
        <source>AI features</source>
        <translation>AI 기능</translation>
    </message>
    <message>
        <source>Downloading the AI software: {received} of {size}</source>
        <translation>AI 소프트웨어를 다운로드하는 중: {received} / {size}</translation>
    </message>
    <message>
        <source>Optimizing the AI features for your {card}</source>
        <translation>{card}에 맞게 AI 기능을 최적화하는 중</translation>
    </message>
    <message>
        <source>Optimizing the AI features</source>
        <translation>AI 기능을 최적화하는 중</translation>
    </message>
    <message>
        <source>Finishing… this takes a few seconds and cannot be stopped</source>
        <translation>마무리하는 중… 몇 초 정도 걸리며 중지할 수 없습니다</translation>
    </message>
    <message>
        <source>Application files</source>
        <translation>앱 파일</translation>
    </message>
    <message>
        <source>Removing files</source>
        <translation>파일을 제거하는 중</translation>
    </message>
    <message>
        <source>Copying files</source>
        <translation>파일을 복사하는 중</translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours</source>
        <translation>
            <numerusform>약 {count}시간</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in about {count} hours</source>
        <translation>
            <numerusform>약 {count}시간 안에</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About {count} hours left</source>
        <translation>
            <numerusform>약 {count}시간 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute</source>
        <translation>1분 미만</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes</source>
        <translation>
            <numerusform>약 {count}분</numerusform>
        </translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>1분 안에</translation>
    </message>
    <message numerus="yes">
        <source>in about {count} minutes</source>
        <translation>
            <numerusform>약 {count}분 안에</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>1분 미만 남음</translation>
    </message>
    <message numerus="yes">
        <source>About {count} minutes left</source>
        <translation>
            <numerusform>약 {count}분 남음</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}, once your graphics card is free</source>
        <translation>그래픽 카드 사용이 끝난 후 {time}</translation>
    </message>
    <message>
        <source>This is taking longer than expected. It is still working.</source>
        <translation>예상보다 오래 걸리고 있습니다. 작업은 계속 진행 중입니다.</translation>
    </message>
    <message>
        <source>A little longer than expected</source>
        <translation>예상보다 조금 더 걸림</translation>
    </message>
    <message>
        <source>{left} (estimate)</source>
        <translation>{left}(예상)</translation>
    </message>
    <message>
        <source>{app} {version} is installed</source>
        <translation>{app} {version} 설치되어 있음</translation>
    </message>
    <message>
        <source>{app} {version} has nothing to repair.</source>
        <translation>{app} {version}: 복구할 항목이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files checked just now</source>
        <translation>
            <numerusform>방금 파일 {count}개를 검사했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{ready} of {count} AI features ready</source>
        <translation>
            <numerusform>AI 기능 {count}개 중 {ready}개 준비됨</numerusform>
        </translation>
    </message>
    <message>
        <source>{ready} of {all} installed</source>
        <translation>{all}개 중 {ready}개 설치됨</translation>
    </message>
    <message>
        <source>frees {size}</source>
        <translation>{size} 확보</translation>
    </message>
    <message>
        <source>No graphics card in this PC can be used</source>
        <translation>이 PC에 사용할 수 있는 그래픽 카드가 없음</translation>
    </message>
    <message>
        <source>{features} can be made faster: choose Repair.</source>
        <translation>{features}: 더 빠르게 만들 수 있습니다. 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>The AI features can be made faster: choose Repair.</source>
        <translation>AI 기능을 더 빠르게 만들 수 있습니다. 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>Optimize for {card}</source>
        <translation>{card}에 맞게 최적화</translation>
    </message>
    <message>
        <source>Optimize the AI features again?</source>
        <translation>AI 기능을 다시 최적화하시겠습니까?</translation>
    </message>
    <message>
        <source>Your graphics card changed</source>
        <translation>그래픽 카드가 변경되었습니다</translation>
    </message>
    <message>
        <source>The AI features can be made faster</source>
        <translation>AI 기능을 더 빠르게 만들 수 있습니다</translation>
    </message>
    <message>
        <source>{app} needs a repair</source>
        <translation>{app} 복구가 필요합니다</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are optimized</source>
        <translation>
            <numerusform>AI 기능 {count}개 최적화</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files are restored</source>
        <translation>
            <numerusform>파일 {count}개 복원</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is fine</source>
        <translation>문제가 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to repair</source>
        <translation>복구할 항목이 없음</translation>
    </message>
    <message>
        <source>AI features ready</source>
        <translation>AI 기능 준비됨</translation>
    </message>
    <message>
        <source>optimized for your graphics cards</source>
        <translation>사용 중인 그래픽 카드에 맞게 최적화됨</translation>
    </message>
    <message>
        <source>optimized for your {card}</source>
        <translation>{card}에 맞게 최적화됨</translation>
    </message>
    <message>
        <source>Frees {size} on {volume}</source>
        <translation>{size} 확보({volume})</translation>
    </message>
    <message>
        <source>Frees {size}</source>
        <translation>{size} 확보</translation>
    </message>
    <message>
        <source>{app} was not changed completely</source>
        <translation>{app} 앱이 완전히 변경되지 않았습니다</translation>
    </message>
    <message>
        <source>{app} was not changed</source>
        <translation>{app} 앱이 변경되지 않았습니다</translation>
    </message>
    <message>
        <source>Checking the results</source>
        <translation>결과를 검사하는 중</translation>
    </message>
    <message>
        <source>Downloading the AI features: {received} of {size}</source>
        <translation>AI 기능을 다운로드하는 중: {received} / {size}</translation>
    </message>
    <message>
        <source>A newer driver may help. With one, choose Repair.</source>
        <translation>새 드라이버로 해결될 수 있습니다. 드라이버를 업데이트한 다음 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose Repair to check the results of the AI features again.</source>
        <translation>AI 기능의 결과를 다시 검사하려면 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>The AI features are to be checked</source>
        <translation>AI 기능을 검사해야 합니다</translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are checked</source>
        <translation>
            <numerusform>AI 기능 {count}개 검사</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that you changed stay</source>
        <translation>
            <numerusform>사용자가 변경한 파일 {count}개는 유지됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} files that were there before stay</source>
        <translation>
            <numerusform>이전부터 있던 파일 {count}개는 유지됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Some AI features give wrong results</source>
        <translation>일부 AI 기능이 잘못된 결과를 냄</translation>
    </message>
    <message>
        <source>A new driver was installed</source>
        <translation>새 드라이버가 설치됨</translation>
    </message>
    <message>
        <source>Without one, these do not work: {features}. If that changes, choose Repair.</source>
        <translation>그래픽 카드가 없으면 다음 기능이 작동하지 않습니다: {features}. 사용할 수 있게 되면 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>The AI features do not work without one. If that changes, choose Repair.</source>
        <translation>그래픽 카드가 없으면 AI 기능이 작동하지 않습니다. 사용할 수 있게 되면 복구를 선택하십시오.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>지금 검사</translation>
    </message>
    <message>
        <source>Nothing of {app} needs a repair; this optimizes everything once more.</source>
        <translation>{app} 앱에 복구할 항목이 없습니다. 모두 다시 최적화합니다.</translation>
    </message>
    <message>
        <source>The AI features of {app} were not optimized for this card.</source>
        <translation>{app} 앱의 AI 기능이 이 그래픽 카드에 맞게 최적화되지 않았습니다.</translation>
    </message>
    <message>
        <source>Other programs were using your graphics card when they were optimized.</source>
        <translation>최적화하는 동안 다른 프로그램이 그래픽 카드를 사용하고 있었습니다.</translation>
    </message>
    <message>
        <source>Their results have not been checked on this PC yet.</source>
        <translation>이 PC에서 아직 결과를 검사하지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{count} files are missing or damaged.</source>
        <translation>
            <numerusform>파일 {count}개가 없거나 손상되었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features are missing or damaged.</source>
        <translation>
            <numerusform>AI 기능 {count}개가 없거나 손상되었습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} AI features give wrong results.</source>
        <translation>
            <numerusform>AI 기능 {count}개가 잘못된 결과를 냅니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The software that its AI features run on was updated.</source>
        <translation>AI 기능이 사용하는 소프트웨어가 업데이트되었습니다.</translation>
    </message>
    <message>
        <source>Some AI features were made with other settings.</source>
        <translation>일부 AI 기능이 다른 설정으로 만들어졌습니다.</translation>
    </message>
    <message>
        <source>A new driver was installed.</source>
        <translation>새 드라이버가 설치되었습니다.</translation>
    </message>
    <message>
        <source>Not everything is as it was installed.</source>
        <translation>설치했을 때와 다른 항목이 있습니다.</translation>
    </message>
    <message>
        <source>Some files cannot be restored from here</source>
        <translation>여기에서 복원할 수 없는 파일이 있음</translation>
    </message>
    <message>
        <source>Start the setup program of {app} that you downloaded to restore them.</source>
        <translation>복원하려면 다운로드한 {app} 설치 프로그램을 시작하십시오.</translation>
    </message>
    <message>
        <source>All files complete</source>
        <translation>모든 파일이 완전함</translation>
    </message>
    <message numerus="yes">
        <source>{count} files</source>
        <translation>
            <numerusform>파일 {count}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own files stay</source>
        <translation>사용자 파일은 유지됨</translation>
    </message>
    <message>
        <source>The AI features of {app} were optimized for the old card.</source>
        <translation>{app} 앱의 AI 기능이 이전 그래픽 카드에 맞게 최적화되어 있습니다.</translation>
    </message>
    <message>
        <source>{program} was using your graphics card when they were optimized.</source>
        <translation>최적화하는 동안 그래픽 카드를 사용하던 프로그램: {program}.</translation>
    </message>
    <message>
        <source>A new driver was installed, so their results are checked again.</source>
        <translation>새 드라이버가 설치되어 결과를 다시 검사합니다.</translation>
    </message>
    <message>
        <source>One that gives wrong results is optimized again</source>
        <translation>잘못된 결과를 내는 기능은 다시 최적화됨</translation>
    </message>
    <message>
        <source>Your own files stay as they are</source>
        <translation>사용자 파일은 그대로 유지됨</translation>
    </message>
    <message>
        <source>Files and settings stay as they are</source>
        <translation>파일과 설정은 그대로 유지됨</translation>
    </message>
    <message>
        <source>The AI features need version {version} or newer.</source>
        <translation>AI 기능에는 {version} 이상의 버전이 필요합니다.</translation>
    </message>
    <message>
        <source>{app} needs {needed}, and {free} are free.</source>
        <translation>{app} 앱에 필요한 공간은 {needed}이고, 사용 가능한 공간은 {free}입니다.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>This setup cannot go on</source>
        <translation>이 설치를 계속할 수 없음</translation>
    </message>
    <message>
        <source>Your graphics card is too old for some AI features</source>
        <translation>그래픽 카드가 너무 오래되어 일부 AI 기능을 사용할 수 없음</translation>
    </message>
    <message>
        <source>The AI features do not support your graphics card</source>
        <translation>AI 기능이 사용 중인 그래픽 카드를 지원하지 않음</translation>
    </message>
    <message>
        <source>It cannot find out which graphics card you have. {advice}</source>
        <translation>그래픽 카드의 종류를 확인할 수 없습니다. {advice}</translation>
    </message>
    <message>
        <source>Until you restart this PC, the AI features will not work.</source>
        <translation>이 PC를 다시 시작할 때까지 AI 기능이 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>The AI features need the newest driver.</source>
        <translation>AI 기능에는 최신 드라이버가 필요합니다.</translation>
    </message>
    <message>
        <source>Too little graphics memory is free</source>
        <translation>그래픽 메모리의 여유 공간이 부족함</translation>
    </message>
    <message>
        <source>Restart this PC, then try again.</source>
        <translation>이 PC를 다시 시작한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{app} cannot be installed without one.</source>
        <translation>사용할 수 있는 그래픽 카드가 없으면 {app} 앱을 설치할 수 없습니다.</translation>
    </message>
    <message>
        <source>{app} needs a graphics card of the {series}.</source>
        <translation>{app} 앱에는 {series} 그래픽 카드가 필요합니다.</translation>
    </message>
    <message>
        <source>{app} cannot be installed with this one.</source>
        <translation>이 그래픽 카드로는 {app} 앱을 설치할 수 없습니다.</translation>
    </message>
    <message>
        <source>Not enough room on {volume}</source>
        <translation>공간 부족: {volume}</translation>
    </message>
    <message>
        <source>Not enough room on the disk</source>
        <translation>디스크 공간 부족</translation>
    </message>
    <message>
        <source>Choose another folder, or free {missing}: this page notices by itself.</source>
        <translation>다른 폴더를 선택하거나 {missing}만큼 공간을 더 확보하십시오. 이 화면은 자동으로 업데이트됩니다.</translation>
    </message>
    <message>
        <source>Free {missing}: this page notices by itself.</source>
        <translation>{missing}만큼 공간을 더 확보하십시오. 이 화면은 자동으로 업데이트됩니다.</translation>
    </message>
    <message>
        <source>{app} is already being set up</source>
        <translation>{app} 앱이 이미 설치되고 있습니다</translation>
    </message>
    <message>
        <source>Another setup is running</source>
        <translation>다른 설치가 진행 중입니다</translation>
    </message>
    <message>
        <source>The other window must finish first. This page goes on by itself.</source>
        <translation>다른 창의 작업이 먼저 끝나야 합니다. 이 화면은 자동으로 계속됩니다.</translation>
    </message>
    <message>
        <source>Download it again from {publisher}.</source>
        <translation>{publisher}에서 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>Your PC is ready</source>
        <translation>PC가 준비되었습니다</translation>
    </message>
    <message>
        <source>This setup is incomplete</source>
        <translation>이 설치 프로그램은 불완전합니다</translation>
    </message>
    <message>
        <source>You can install, but {app} will not work on this PC.</source>
        <translation>설치할 수 있지만 {app} 앱은 이 PC에서 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>You can go on, but {app} will not work on this PC.</source>
        <translation>계속할 수 있지만 {app} 앱은 이 PC에서 작동하지 않습니다.</translation>
    </message>
    <message>
        <source>Close other programs that use your graphics card, then try again.</source>
        <translation>그래픽 카드를 사용하는 다른 프로그램을 닫은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>You can install, but some AI features will not work on this PC. Everything else will.</source>
        <translation>설치할 수 있지만 이 PC에서는 일부 AI 기능이 작동하지 않습니다. 그 밖의 기능은 모두 작동합니다.</translation>
    </message>
    <message>
        <source>You can go on, but some AI features will not work on this PC. Everything else will.</source>
        <translation>계속할 수 있지만 이 PC에서는 일부 AI 기능이 작동하지 않습니다. 그 밖의 기능은 모두 작동합니다.</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card found</source>
        <translation>NVIDIA 그래픽 카드를 찾을 수 없음</translation>
    </message>
    <message>
        <source>Your graphics card has no driver</source>
        <translation>그래픽 카드에 드라이버가 없음</translation>
    </message>
    <message>
        <source>Your graphics card does not respond</source>
        <translation>그래픽 카드가 응답하지 않음</translation>
    </message>
    <message>
        <source>Your graphics card cannot be used by this account</source>
        <translation>이 계정에서는 그래픽 카드를 사용할 수 없음</translation>
    </message>
    <message>
        <source>Your graphics driver is too old</source>
        <translation>그래픽 드라이버가 너무 오래됨</translation>
    </message>
    <message>
        <source>Your graphics card is too old for the AI features</source>
        <translation>그래픽 카드가 너무 오래되어 AI 기능을 사용할 수 없음</translation>
    </message>
    <message>
        <source>Your graphics card has too little memory for the AI features</source>
        <translation>그래픽 카드의 메모리가 부족하여 AI 기능을 사용할 수 없음</translation>
    </message>
    <message>
        <source>{app} cannot be installed on this PC</source>
        <translation>이 PC에는 {app} 앱을 설치할 수 없음</translation>
    </message>
    <message>
        <source>You can install, but the AI features will not work on this PC. Everything else will.</source>
        <translation>설치할 수 있지만 이 PC에서는 AI 기능이 작동하지 않습니다. 그 밖의 기능은 모두 작동합니다.</translation>
    </message>
    <message>
        <source>You can go on, but the AI features will not work on this PC. Everything else will.</source>
        <translation>계속할 수 있지만 이 PC에서는 AI 기능이 작동하지 않습니다. 그 밖의 기능은 모두 작동합니다.</translation>
    </message>
    <message>
        <source>You can install; everything else will work.</source>
        <translation>설치할 수 있으며 그 밖의 기능은 모두 작동합니다.</translation>
    </message>
    <message>
        <source>You can go on; everything else will work.</source>
        <translation>계속할 수 있으며 그 밖의 기능은 모두 작동합니다.</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>이 폴더는 사용할 수 없음</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source> and </source>
        <translation> 및 </translation>
    </message>
    <message>
        <source> or </source>
        <translation> 또는 </translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
</context>
</TS>
