/* A stand-in for libnvidia-ml.so.1: what builder/gpu.py asks, answered from the environment.
 *
 * FAKE_NVML_GPUS   one GPU per ';': NAME|UUID|MAJOR.MINOR|MEMORY_MIB
 * FAKE_NVML_INIT   the nvmlReturn_t that initialisation answers (default 0, success)
 * FAKE_NVML_DEVICE the nvmlReturn_t that every question about a device answers
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { char name[96], uuid[96]; int major, minor; unsigned long long mib; } Gpu;
typedef struct { unsigned long long total, free, used; } Memory;

static Gpu gpus[8];
static unsigned count;

static int number(const char *variable) {
    const char *text = getenv(variable);
    return text ? atoi(text) : 0;
}

int nvmlInitWithFlags(unsigned flags) {
    (void)flags;
    count = 0;
    const char *text = getenv("FAKE_NVML_GPUS");
    char copy[1024];
    snprintf(copy, sizeof copy, "%s", text ? text : "");
    for (char *gpu = strtok(copy, ";"); gpu && count < 8; gpu = strtok(NULL, ";")) {
        Gpu *g = &gpus[count];
        if (sscanf(gpu, "%95[^|]|%95[^|]|%d.%d|%llu", g->name, g->uuid, &g->major, &g->minor, &g->mib) == 5) count++;
    }
    return number("FAKE_NVML_INIT");
}
int nvmlShutdown(void) { return 0; }
const char *nvmlErrorString(int code) { (void)code; return "stand-in error"; }
int nvmlSystemGetDriverVersion(char *version, unsigned length) { snprintf(version, length, "580.159"); return 0; }
int nvmlDeviceGetCount_v2(unsigned *answer) { *answer = count; return 0; }
int nvmlDeviceGetHandleByIndex_v2(unsigned index, void **handle) {
    *handle = &gpus[index];
    return number("FAKE_NVML_DEVICE");
}
int nvmlDeviceGetName(void *handle, char *name, unsigned length) {
    snprintf(name, length, "%s", ((Gpu *)handle)->name);
    return 0;
}
int nvmlDeviceGetUUID(void *handle, char *uuid, unsigned length) {
    snprintf(uuid, length, "%s", ((Gpu *)handle)->uuid);
    return 0;
}
int nvmlDeviceGetCudaComputeCapability(void *handle, int *major, int *minor) {
    *major = ((Gpu *)handle)->major;
    *minor = ((Gpu *)handle)->minor;
    return 0;
}
int nvmlDeviceGetMemoryInfo(void *handle, Memory *memory) {
    memory->total = ((Gpu *)handle)->mib << 20;
    memory->free = memory->total;
    memory->used = 0;
    return 0;
}
