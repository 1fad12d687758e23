// A plugin library for the tests: an operator that says that its output is like its input. Nothing here computes.
//
// NVIDIA's headers describe such a library in C++ (NvInferRuntime.h, IPluginV3); this is what a compiler on Linux makes
// of that: objects begin with a pointer to their functions, of which each destructor takes two places.
#include <stddef.h>
#include <stdint.h>

#ifndef OPERATOR
#define OPERATOR "Twice"
#endif

typedef struct { char const* kind; int32_t major, minor; } Info;
typedef struct { int32_t count; int64_t size[8]; } Dims;
typedef struct { Dims dims; int32_t type, format; float scale; } Tensor;
typedef struct { Tensor desc; Dims min, max, opt; } DynamicTensor;
typedef struct { int32_t count; void const* size[8]; } Expressions;
typedef struct { int32_t count; void const* fields; } Fields;
typedef void (*Function)(void);
typedef struct { Function const* functions; } Object;

#define SLOT(name) ((Function)(name))

static int32_t language(Object* self) { (void)self; return 0; }
static void destroy(Object* self) { (void)self; }
static int32_t zero(void) { return 0; }
static int32_t one(void) { return 1; }
static void* nothing(void) { return NULL; }
static int32_t most_formats(void) { return 100; }
static char const* operator_name(void) { return OPERATOR; }
static char const* version(void) { return "1"; }
static char const* domain(void) { return ""; }
static Fields none = {0, NULL};
static Fields const* fields(void) { return &none; }

#define INFO(name, text) static Info name(Object* self) { (void)self; Info info = {text, 1, 0}; return info; }
INFO(creator_info, "PLUGIN CREATOR_V3ONE")
INFO(plugin_info, "PLUGIN")
INFO(core_info, "PLUGIN_V3ONE_CORE")
INFO(build_info, "PLUGIN_V3ONE_BUILD")
INFO(runtime_info, "PLUGIN_V3ONE_RUNTIME")

static int32_t output_types(Object* self, int32_t* outputs, int32_t n, int32_t const* inputs, int32_t m)
{
    (void)self, (void)n, (void)m;
    outputs[0] = inputs[0];
    return 0;
}

static int32_t output_shapes(Object* self, Expressions const* inputs, int32_t n, Expressions const* shapes, int32_t m,
    Expressions* outputs, int32_t k, void* builder)
{
    (void)self, (void)n, (void)shapes, (void)m, (void)k, (void)builder;
    outputs[0] = inputs[0];
    return 0;
}

static _Bool supports(Object* self, int32_t at, DynamicTensor const* tensors, int32_t n, int32_t m)
{
    (void)self, (void)n, (void)m;
    return tensors[at].desc.format == 0 && tensors[at].desc.type == tensors[0].desc.type;
}

static Function const core_functions[] = {
    SLOT(language), SLOT(core_info), SLOT(destroy), SLOT(destroy),
    SLOT(operator_name), SLOT(version), SLOT(domain),
};
static Function const build_functions[] = {
    SLOT(language), SLOT(build_info), SLOT(destroy), SLOT(destroy),
    SLOT(zero) /* configurePlugin */, SLOT(output_types), SLOT(output_shapes), SLOT(supports), SLOT(one) /* outputs */,
    SLOT(nothing) /* workspace */, SLOT(zero), SLOT(zero) /* tactics */, SLOT(nothing) /* timing cache */,
    SLOT(most_formats), SLOT(nothing) /* metadata */,
};

static Object core = {core_functions}, build = {build_functions}, runtime, plugin;

static Object* capability(Object* self, int32_t kind)
{
    (void)self;
    return kind == 0 ? &core : kind == 1 ? &build : &runtime;
}

static Object* itself(void) { return &plugin; }

static Function const runtime_functions[] = {
    SLOT(language), SLOT(runtime_info), SLOT(destroy), SLOT(destroy),
    SLOT(zero) /* setTactic */, SLOT(zero) /* onShapeChange */, SLOT(one) /* enqueue fails */, SLOT(itself), SLOT(fields),
};
static Function const plugin_functions[] = {
    SLOT(language), SLOT(plugin_info), SLOT(destroy), SLOT(destroy), SLOT(capability), SLOT(itself) /* clone */,
};
static Object runtime = {runtime_functions}, plugin = {plugin_functions};

static Function const creator_functions[] = {
    SLOT(language), SLOT(creator_info), SLOT(destroy), SLOT(destroy),
    SLOT(itself) /* createPlugin */, SLOT(fields), SLOT(operator_name), SLOT(version), SLOT(domain),
};
static Object creator = {creator_functions};
static Object* const creators[] = {&creator};

#ifndef WITHOUT_CREATORS
void setLoggerFinder(void* finder) { (void)finder; }

Object* const* getCreators(int32_t* count)
{
    *count = 1;
    return creators;
}
#else
Object* const* another_name(void) { return creators; }
#endif
