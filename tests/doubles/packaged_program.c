/* Stands in for the packaged program in set-ups: notes what it was asked for, and ends as a file says. */
#include <stdio.h>

int wmain(int count, wchar_t **given)
{
    wchar_t name[64];
    int code = 0;
    FILE *calls = _wfopen(L"C:\\setups\\calls", L"a, ccs=UTF-8");
    for (int index = 1; index < count; index++)
        fwprintf(calls, index + 1 < count ? L"%ls\t" : L"%ls\n", given[index]);
    fclose(calls);
    _snwprintf(name, 64, L"C:\\setups\\%ls.code", given[1]);
    FILE *wanted = _wfopen(name, L"r");
    if (wanted) {
        fwscanf(wanted, L"%d", &code);
        fclose(wanted);
    }
    return code;
}
