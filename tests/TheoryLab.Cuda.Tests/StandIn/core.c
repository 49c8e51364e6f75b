#define _GNU_SOURCE
#include "standin.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { REGIONS = 1 << 16, HANDLES = 1 << 12, FUNCTIONS = 128, DELIVERIES = 256, INVALID = 1, ALLOCATION = 2 };

typedef struct { char* map; size_t mapped; char* start; size_t size; int kind, live; } region;
typedef struct { void* address; int kind, live; } handle;
typedef struct { char name[64]; int calls, fail_at, code; } function;
typedef struct { void* target; void* copy; size_t bytes; } delivery;

static region regions[REGIONS];
static handle handles[HANDLES];
static function functions[FUNCTIONS];
static delivery deliveries[DELIVERIES];
static int region_count, handle_count, function_count, delivery_count, lost, reversed, driver_version = 13000;
static size_t memory_limit = (size_t)1 << 30, memory_used;
static char message[1024];

static function* find(const char* name)
{
    for (int i = 0; i < function_count; i++)
    {
        if (strcmp(functions[i].name, name) == 0) { return &functions[i]; }
    }

    if (function_count == FUNCTIONS) { abort(); }
    snprintf(functions[function_count].name, sizeof functions[0].name, "%s", name);
    return &functions[function_count++];
}

// After these errors every later call fails too, as the comments of the headers say (714 to 719: faults of a kernel).
static int corrupts(int code)
{
    return code == 226 || code == 700 || code == 702 || code == 710 || (code >= 714 && code <= 719) || code == 721;
}

int standin_enter(const char* name)
{
    function* f = find(name);
    f->calls++;
    if (lost != 0) { return lost; }
    if (f->fail_at == 0 || f->calls != f->fail_at) { return 0; }
    lost = corrupts(f->code) ? f->code : 0;
    return f->code;
}

void* standin_allocate(size_t size, int kind)
{
    if (size == 0 || region_count == REGIONS || (kind == STANDIN_DEVICE && memory_used + size > memory_limit)) { return NULL; }
    size_t page = (size_t)sysconf(_SC_PAGESIZE), body = (size + page - 1) / page * page, mapped = body + 2 * page;
    char* map = mmap(NULL, mapped, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED || mprotect(map + page, body, PROT_READ | PROT_WRITE) != 0) { abort(); }
    // The end of the region is the end of a page, up to the alignment of a double.
    char* start = map + page + (body - (size + 7) / 8 * 8);
    memset(map + page, 0xFF, body);
    regions[region_count++] = (region){ map, mapped, start, size, kind, 1 };
    memory_used += kind == STANDIN_DEVICE ? size : 0;
    return start;
}

int standin_free(void* start, int kind)
{
    if (start == NULL) { return 0; }
    for (int i = region_count - 1; i >= 0; i--)
    {
        region* r = &regions[i];
        if (r->start != start || r->kind != kind) { continue; }
        if (!r->live)
        {
            standin_violation("memory freed twice");
            return INVALID;
        }

        // The pages stay reserved and untouchable, so that a use after this is seen. Their contents are given back.
        r->live = 0;
        memory_used -= kind == STANDIN_DEVICE ? r->size : 0;
        if (madvise(r->map, r->mapped, MADV_DONTNEED) != 0 || mprotect(r->map, r->mapped, PROT_NONE) != 0) { abort(); }
        return 0;
    }

    standin_violation("an address freed that was never allocated");
    return INVALID;
}

static const region* region_of(const void* address)
{
    for (int i = region_count - 1; i >= 0; i--)
    {
        const region* r = &regions[i];
        if ((const char*)address >= r->start && (const char*)address < r->start + r->size) { return r; }
    }

    return NULL;
}

int standin_is_device(const void* address)
{
    const region* r = region_of(address);
    return r != NULL && r->kind == STANDIN_DEVICE && r->live;
}

int standin_holds(const void* address, size_t bytes)
{
    const region* r = region_of(address);
    return r != NULL && r->kind == STANDIN_DEVICE && r->live && (const char*)address + bytes <= r->start + r->size;
}

void standin_deliver_later(void* target, const void* source, size_t bytes)
{
    if (delivery_count == DELIVERIES) { standin_deliver(); }
    void* copy = malloc(bytes);
    memcpy(copy, source, bytes);
    deliveries[delivery_count++] = (delivery){ target, copy, bytes };
}

void standin_deliver(void)
{
    for (int i = 0; i < delivery_count; i++)
    {
        memcpy(deliveries[i].target, deliveries[i].copy, deliveries[i].bytes);
        free(deliveries[i].copy);
    }

    delivery_count = 0;
}

void* standin_open(int kind, size_t size)
{
    if (handle_count == HANDLES) { abort(); }
    void* address = calloc(1, size < 16 ? 16 : size);
    handles[handle_count++] = (handle){ address, kind, 1 };
    return address;
}

static handle* handle_of(const void* address, int kind)
{
    for (int i = handle_count - 1; i >= 0; i--)
    {
        if (handles[i].address == address && handles[i].kind == kind) { return &handles[i]; }
    }

    return NULL;
}

int standin_is_open(const void* address, int kind)
{
    handle* h = handle_of(address, kind);
    if (h != NULL && h->live) { return 1; }
    standin_violation("a handle of kind %d that is not open", kind);
    return 0;
}

int standin_close(void* address, int kind)
{
    if (!standin_is_open(address, kind)) { return INVALID; }
    // Not freed, so that no later handle has the same address.
    handle_of(address, kind)->live = 0;
    return 0;
}

void standin_violation(const char* format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
}

// What a whole process is to meet comes from its environment: faults as FUNCTION:NTH:CODE, separated by commas, and bytes of memory.
__attribute__((constructor)) static void from_environment(void)
{
    const char* faults = getenv("THEORYLAB_STANDIN_FAIL");
    for (const char* next = faults; next != NULL && *next != 0; next = strchr(next, ',') ? strchr(next, ',') + 1 : NULL)
    {
        char name[64];
        int nth, code;
        if (sscanf(next, "%63[^:]:%d:%d", name, &nth, &code) == 3) { standin_fail(name, nth, code); }
    }

    const char* bytes = getenv("THEORYLAB_STANDIN_MEMORY");
    if (bytes != NULL) { memory_limit = strtoull(bytes, NULL, 10); }
}

void standin_reset(void)
{
    function_count = delivery_count = lost = reversed = 0;
    memset(functions, 0, sizeof functions);
    memory_limit = (size_t)1 << 30;
    driver_version = 13000;
    message[0] = 0;
}

void standin_fail(const char* name, int nth, int code)
{
    function* f = find(name);
    f->fail_at = f->calls + nth;
    f->code = code;
}

void standin_set_driver(int version) { driver_version = version; }
void standin_set_memory(size_t bytes) { memory_limit = memory_used + bytes; }
void standin_set_reversed(int value) { reversed = value; }
int standin_driver(void) { return driver_version; }
size_t standin_memory(void) { return memory_limit - memory_used; }
int standin_reversed(void) { return reversed; }
int standin_calls(const char* name) { return find(name)->calls; }
const char* standin_message(void) { return message; }

// A context belongs to a thread of the system; calls of the runtime make it current there.
static __thread int context;
void standin_make_context(void) { context = 1; }
int standin_has_context(void) { return context; }

int standin_live(void)
{
    int live = 0;
    for (int i = 0; i < region_count; i++) { live += regions[i].live; }
    for (int i = 0; i < handle_count; i++) { live += handles[i].live; }
    return live;
}
