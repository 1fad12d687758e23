/* A stand-in for libcuda.so.1: what builder/worker/cuda.py calls, with memory of this process in place of a GPU's.
 *
 * It is as strict as the driver: nothing works before cuInit or without a context, and what is copied or freed must lie
 * in memory that was allocated here. Environment variables, read at every call:
 *
 *   FAKE_CUDA_ERROR  "cuMemAlloc_v2 2": the code that a function returns from now on
 *   FAKE_CUDA_HANG   "cuStreamSynchronize": a function that never returns
 *   FAKE_CUDA_BYTES  how much memory the GPU has
 *
 * fake_cuda_room says how many bytes are allocated from an address on, so that an engine's stand-in can check what it
 * is given; fake_cuda_left counts what was never given back.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, NOT_INITIALIZED = 3, INVALID_DEVICE = 101,
       INVALID_CONTEXT = 201, INVALID_HANDLE = 400 };
enum { MOST = 4096 };

static struct { uint64_t start; size_t size; } blocks[MOST];
static int initialized, retained, streams, the_context, the_stream;
static __thread void *current;

static size_t used(void) {
    size_t sum = 0;
    for (int i = 0; i < MOST; i++) sum += blocks[i].size;
    return sum;
}

size_t fake_cuda_room(uint64_t address) {
    for (int i = 0; i < MOST; i++)
        if (blocks[i].size && address >= blocks[i].start && address < blocks[i].start + blocks[i].size)
            return blocks[i].start + blocks[i].size - address;
    return 0;
}

int fake_cuda_left(void) {
    int left = retained + streams;
    for (int i = 0; i < MOST; i++) left += blocks[i].size != 0;
    return left;
}

static int enter(const char *name) {
    const char *hang = getenv("FAKE_CUDA_HANG"), *error = getenv("FAKE_CUDA_ERROR");
    if (hang && !strcmp(hang, name))
        for (;;) pause();
    size_t length = strlen(name);
    if (error && !strncmp(error, name, length) && error[length] == ' ') return atoi(error + length);
    return SUCCESS;
}

static int enter_context(const char *name) {
    int code = enter(name);
    return code ? code : !initialized ? NOT_INITIALIZED : current != &the_context || !retained ? INVALID_CONTEXT : SUCCESS;
}

#define ENTER do { int code = enter(__func__); if (code) return code; } while (0)
#define ENTER_CONTEXT do { int code = enter_context(__func__); if (code) return code; } while (0)

int cuGetErrorName(int code, const char **name) {
    static const struct { int code; const char *name; } names[] = {
        {INVALID_VALUE, "CUDA_ERROR_INVALID_VALUE"}, {OUT_OF_MEMORY, "CUDA_ERROR_OUT_OF_MEMORY"},
        {NOT_INITIALIZED, "CUDA_ERROR_NOT_INITIALIZED"}, {100, "CUDA_ERROR_NO_DEVICE"},
        {INVALID_DEVICE, "CUDA_ERROR_INVALID_DEVICE"}, {INVALID_CONTEXT, "CUDA_ERROR_INVALID_CONTEXT"},
        {INVALID_HANDLE, "CUDA_ERROR_INVALID_HANDLE"}, {700, "CUDA_ERROR_ILLEGAL_ADDRESS"},
    };
    *name = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].code == code) *name = names[i].name;
    return *name ? SUCCESS : INVALID_VALUE;
}

int cuInit(unsigned flags) {
    ENTER;
    if (flags) return INVALID_VALUE;
    initialized = 1;
    return SUCCESS;
}

int cuDeviceGet(int *device, int ordinal) {
    ENTER;
    if (!initialized) return NOT_INITIALIZED;
    if (ordinal) return INVALID_DEVICE;
    *device = 0;
    return SUCCESS;
}

int cuDevicePrimaryCtxRetain(void **context, int device) {
    ENTER;
    if (!initialized) return NOT_INITIALIZED;
    if (device) return INVALID_DEVICE;
    retained++;
    *context = &the_context;
    return SUCCESS;
}

int cuDevicePrimaryCtxRelease_v2(int device) {
    ENTER;
    if (device || !retained) return INVALID_DEVICE;
    retained--;
    return SUCCESS;
}

int cuCtxSetCurrent(void *context) {
    ENTER;
    current = context;
    return SUCCESS;
}

int cuStreamCreate(void **stream, unsigned flags) {
    ENTER_CONTEXT;
    if (flags) return INVALID_VALUE; /* the driver has flags; with them a stream does not wait for copies */
    streams++;
    *stream = &the_stream;
    return SUCCESS;
}

int cuStreamSynchronize(void *stream) {
    ENTER_CONTEXT;
    return stream == &the_stream && streams ? SUCCESS : INVALID_HANDLE;
}

int cuStreamDestroy_v2(void *stream) {
    ENTER_CONTEXT;
    if (stream != &the_stream || !streams) return INVALID_HANDLE;
    streams--;
    return SUCCESS;
}

int cuMemAlloc_v2(uint64_t *address, size_t size) {
    ENTER_CONTEXT;
    const char *limit = getenv("FAKE_CUDA_BYTES");
    size_t room = limit ? strtoull(limit, NULL, 10) : (size_t)1 << 30;
    if (!size) return INVALID_VALUE;
    if (size > room || used() > room - size) return OUT_OF_MEMORY;
    for (int i = 0; i < MOST; i++)
        if (!blocks[i].size) {
            void *memory = aligned_alloc(256, (size + 255) / 256 * 256);
            if (!memory) return OUT_OF_MEMORY;
            blocks[i].start = *address = (uint64_t)(uintptr_t)memory;
            blocks[i].size = size;
            return SUCCESS;
        }
    return OUT_OF_MEMORY;
}

int cuMemFree_v2(uint64_t address) {
    ENTER_CONTEXT;
    for (int i = 0; i < MOST; i++)
        if (blocks[i].size && blocks[i].start == address) {
            free((void *)(uintptr_t)address);
            blocks[i].size = 0;
            return SUCCESS;
        }
    return INVALID_VALUE;
}

int cuMemsetD8_v2(uint64_t address, unsigned char value, size_t size) {
    ENTER_CONTEXT;
    if (fake_cuda_room(address) < size) return INVALID_VALUE;
    memset((void *)(uintptr_t)address, value, size);
    return SUCCESS;
}

int cuMemcpyHtoD_v2(uint64_t to, const void *from, size_t size) {
    ENTER_CONTEXT;
    if (fake_cuda_room(to) < size || fake_cuda_room((uint64_t)(uintptr_t)from)) return INVALID_VALUE;
    memcpy((void *)(uintptr_t)to, from, size);
    return SUCCESS;
}

int cuMemcpyDtoH_v2(void *to, uint64_t from, size_t size) {
    ENTER_CONTEXT;
    if (fake_cuda_room(from) < size || fake_cuda_room((uint64_t)(uintptr_t)to)) return INVALID_VALUE;
    memcpy(to, (const void *)(uintptr_t)from, size);
    return SUCCESS;
}
