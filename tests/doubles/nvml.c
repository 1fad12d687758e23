/* A stand-in for libnvidia-ml.so.1: what builder/gpu/nvml.py asks, answered from the text file that FAKE_NVML names.
 *
 * The file is read anew at every call, so that a test can replace it while a program watches. A line is a key, a space
 * and a value; GPU 0's keys begin with `0.`:
 *
 *   nvmlDeviceGetCount_v2 2               an answer, by the symbol that is asked
 *   0.nvmlDeviceGetName NVIDIA H200
 *   0.nvmlDeviceGetMemoryInfo 100 90 10   several numbers, in the order of NVML's structure
 *   err.nvmlInitWithFlags 9               a return code instead of an answer
 *   0.err 15                              the return code of every question about this GPU
 *   hang.nvmlInitWithFlags                that never returns
 *
 * What has no line is "not supported". Programs are PID:BYTES (`-` for unknown) and PID:MICROSECONDS:SM:MEMORY.
 * Compiled with OLD_DRIVER, the symbols that came after driver 450 are not there at all.
 */
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SUCCESS = 0, UNINITIALIZED = 1, NOT_SUPPORTED = 3, NOT_FOUND = 6, INSUFFICIENT_SIZE = 7 };
enum { CLOCK_SM = 1, LINE = 4096 };

typedef struct { unsigned long long total, free, used; } Memory;
typedef struct { char legacy[16]; unsigned domain, bus, device, id, subsystem; char bus_id[32]; } Pci;
typedef struct { unsigned gpu, memory; } Utilization;
typedef struct { unsigned pid; unsigned long long used; unsigned gpu_instance, compute_instance; } Process;
typedef struct { unsigned pid; unsigned long long time; unsigned sm, memory, encoder, decoder; } ProcessUtilization;

static atomic_int opened;

static int look_up(const char *gpu, const char *kind, const char *symbol, char *value) {
    char key[160], line[LINE];
    size_t length = (size_t)snprintf(key, sizeof key, "%s%s%s", gpu, kind, symbol);
    const char *path = getenv("FAKE_NVML");
    FILE *file = path ? fopen(path, "r") : NULL;
    int found = 0;
    while (file && !found && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        found = !strncmp(line, key, length) && (line[length] == ' ' || !line[length]);
    }
    if (file) fclose(file);
    if (found) strcpy(value, line + length + (line[length] == ' '));
    return found;
}

static int ask(void *device, const char *symbol, char *value) {
    char gpu[24] = "";
    if (device) snprintf(gpu, sizeof gpu, "%u.", (unsigned)(uintptr_t)device - 1);
    if (look_up(gpu, "hang.", symbol, value))
        for (;;) pause();
    if (!opened) return UNINITIALIZED;
    if (look_up(gpu, "err.", symbol, value) || look_up(gpu, "err", "", value)) return atoi(value);
    return look_up(gpu, "", symbol, value) ? SUCCESS : NOT_SUPPORTED;
}

static int ask_text(void *device, const char *symbol, char *text, unsigned size) {
    char value[LINE];
    int code = ask(device, symbol, value);
    if (!code) snprintf(text, size, "%s", value);
    return code;
}

static int ask_numbers(void *device, const char *symbol, unsigned *first, unsigned *second) {
    char value[LINE], *rest;
    int code = ask(device, symbol, value);
    if (code) return code;
    *first = (unsigned)strtoul(value, &rest, 10);
    if (second) *second = (unsigned)strtoul(rest, NULL, 10);
    return SUCCESS;
}

static int ask_reasons(void *device, unsigned long long *reasons) {
    unsigned low = 0;
    int code = ask_numbers(device, "nvmlDeviceGetCurrentClocksEventReasons", &low, NULL);
    *reasons = low;
    return code;
}

/* A question that needs no answer in the file succeeds unless the file says otherwise. */
static int permitted(void *device, const char *symbol) {
    char value[LINE];
    int code = ask(device, symbol, value);
    return code == NOT_SUPPORTED ? SUCCESS : code;
}

#define TEXT(symbol) int symbol(void *d, char *text, unsigned size) { return ask_text(d, __func__, text, size); }
#define NUMBER(symbol) int symbol(void *d, unsigned *n) { return ask_numbers(d, __func__, n, NULL); }
#define NUMBERS(symbol) int symbol(void *d, unsigned *a, unsigned *b) { return ask_numbers(d, __func__, a, b); }
#define NUMBER_OF(symbol, known) int symbol(void *d, unsigned which, unsigned *n) { \
    return which == known ? ask_numbers(d, __func__, n, NULL) : NOT_SUPPORTED; \
}

int nvmlInitWithFlags(unsigned flags) {
    (void)flags;
    opened++;
    int code = permitted(NULL, __func__);
    if (code) opened--;
    return code;
}

int nvmlShutdown(void) {
    if (!opened) return UNINITIALIZED;
    opened--;
    return SUCCESS;
}

const char *nvmlErrorString(int code) { (void)code; return "an error of the stand-in"; }

int nvmlSystemGetDriverVersion(char *text, unsigned size) { return ask_text(NULL, __func__, text, size); }
int nvmlSystemGetCudaDriverVersion(unsigned *n) { return ask_numbers(NULL, __func__, n, NULL); }
int nvmlSystemGetCudaDriverVersion_v2(unsigned *n) {
    return ask_numbers(NULL, "nvmlSystemGetCudaDriverVersion", n, NULL);
}
int nvmlDeviceGetCount_v2(unsigned *n) { return ask_numbers(NULL, __func__, n, NULL); }

int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **device) {
    *device = (void *)(uintptr_t)(index + 1);
    return permitted(*device, __func__);
}

int nvmlDeviceGetHandleByUUID(const char *uuid, void **device) {
    char value[LINE];
    unsigned count = 0;
    int code = nvmlDeviceGetCount_v2(&count);
    if (code) return code;
    for (uintptr_t number = 1; number <= count; number++)
        if (!ask((void *)number, "nvmlDeviceGetUUID", value) && !strcmp(value, uuid)) {
            *device = (void *)number;
            return permitted(*device, __func__);
        }
    return NOT_FOUND;
}

TEXT(nvmlDeviceGetName)
TEXT(nvmlDeviceGetUUID)
NUMBERS(nvmlDeviceGetCudaComputeCapability)
NUMBER(nvmlDeviceGetPowerUsage)
NUMBER(nvmlDeviceGetPerformanceState)
NUMBER(nvmlDeviceGetDisplayMode)
NUMBER(nvmlDeviceGetDisplayActive)
NUMBER(nvmlDeviceGetVirtualizationMode)
NUMBER_OF(nvmlDeviceGetMaxClockInfo, CLOCK_SM)
NUMBER_OF(nvmlDeviceGetClockInfo, CLOCK_SM)

int nvmlDeviceGetMemoryInfo(void *device, Memory *memory) {
    char value[LINE];
    int code = ask(device, __func__, value);
    if (!code) sscanf(value, "%llu %llu %llu", &memory->total, &memory->free, &memory->used);
    return code;
}

int nvmlDeviceGetPciInfo_v3(void *device, Pci *pci) {
    memset(pci, 0, sizeof *pci);
    return ask_text(device, __func__, pci->bus_id, sizeof pci->bus_id);
}

int nvmlDeviceGetUtilizationRates(void *device, Utilization *utilization) {
    return ask_numbers(device, __func__, &utilization->gpu, &utilization->memory);
}

/* Until driver 535 the only name of the question that follows it. */
int nvmlDeviceGetCurrentClocksThrottleReasons(void *device, unsigned long long *reasons) {
    return ask_reasons(device, reasons);
}

#ifndef OLD_DRIVER
int nvmlDeviceGetCurrentClocksEventReasons(void *device, unsigned long long *reasons) {
    return ask_reasons(device, reasons);
}

NUMBER(nvmlDeviceGetNumGpuCores)
NUMBERS(nvmlDeviceGetMigMode)
NUMBERS(nvmlDeviceGetDriverModel_v2)

static int ask_processes(void *device, const char *symbol, unsigned *count, Process *list) {
    char value[LINE], *rest = NULL;
    int code = ask(device, symbol, value);
    if (code) return code;
    unsigned room = *count;
    *count = 0;
    for (char *text = strtok_r(value, " ", &rest); text; text = strtok_r(NULL, " ", &rest), ++*count) {
        if (*count >= room) continue;
        Process process = {0};
        if (sscanf(text, "%u:%llu", &process.pid, &process.used) < 2) process.used = ~0ull;
        list[*count] = process;
    }
    return *count > room ? INSUFFICIENT_SIZE : SUCCESS;
}

int nvmlDeviceGetComputeRunningProcesses_v3(void *device, unsigned *count, Process *list) {
    return ask_processes(device, __func__, count, list);
}
int nvmlDeviceGetGraphicsRunningProcesses_v3(void *device, unsigned *count, Process *list) {
    return ask_processes(device, __func__, count, list);
}

/* It repeats what was told before, whatever `seen` is, as real drivers do at times. */
int nvmlDeviceGetProcessUtilization(void *device, ProcessUtilization *list, unsigned *count, unsigned long long seen) {
    (void)seen;
    char value[LINE], *rest = NULL;
    int code = ask(device, __func__, value);
    if (code) return code;
    unsigned room = list ? *count : 0;
    *count = 0;
    for (char *text = strtok_r(value, " ", &rest); text; text = strtok_r(NULL, " ", &rest), ++*count) {
        if (*count >= room) continue;
        ProcessUtilization use = {0};
        sscanf(text, "%u:%llu:%u:%u", &use.pid, &use.time, &use.sm, &use.memory);
        list[*count] = use;
    }
    return !*count ? NOT_FOUND : *count > room ? INSUFFICIENT_SIZE : SUCCESS;
}
#endif
