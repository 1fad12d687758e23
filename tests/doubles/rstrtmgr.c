/* Windows' Restart Manager for tests under Wine, whose own knows of no program: two hold every file. */
#include <windows.h>
#include <restartmanager.h>

static UINT files;

DWORD WINAPI RmStartSession(DWORD *session, DWORD flags, WCHAR key[]) {
    files = 0;
    *session = 7;
    lstrcpyW(key, L"0123456789abcdef0123456789abcdef");
    return ERROR_SUCCESS;
}

DWORD WINAPI RmRegisterResources(DWORD session, UINT count, LPCWSTR names[], UINT programs, RM_UNIQUE_PROCESS processes[],
                                 UINT services, LPCWSTR short_names[]) {
    for (UINT at = 0; at < count; at++)
        files += GetFileAttributesW(names[at]) != INVALID_FILE_ATTRIBUTES;
    return session == 7 ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
}

DWORD WINAPI RmGetList(DWORD session, UINT *needed, UINT *count, RM_PROCESS_INFO found[], LPDWORD reasons) {
    UINT room = *count;
    *needed = *count = files ? 2 : 0;
    *reasons = RmRebootReasonNone;
    if (room < *needed)
        return ERROR_MORE_DATA;
    for (UINT at = 0; at < *count; at++) {
        ZeroMemory(&found[at], sizeof found[at]);
        found[at].Process.dwProcessId = 4 + at;
        lstrcpyW(found[at].strAppName, at ? L"B\x00fcro-Indexer \x5de5" : L"Photo Studio");
        lstrcpyW(found[at].strServiceShortName, L"short");
        found[at].ApplicationType = RmMainWindow;
        found[at].bRestartable = TRUE;
    }
    return ERROR_SUCCESS;
}

DWORD WINAPI RmEndSession(DWORD session) {
    return ERROR_SUCCESS;
}
