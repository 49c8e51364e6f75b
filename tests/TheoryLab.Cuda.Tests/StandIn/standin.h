// A stand-in for NVIDIA's libraries over host memory. "Device" memory ends at a page that cannot be touched, is filled with not-a-number, and becomes
// untouchable when freed; handles are counted; pointers and extents are checked before they are used; the n-th call of a function can be made to fail.
#ifndef STANDIN_H
#define STANDIN_H
#include "signatures.h"

// Counts a call; what it returns instead of zero, the function has to return.
int standin_enter(const char* function);
#define ENTER(function) do { int standin_code = standin_enter(#function); if (standin_code != 0) { return standin_code; } } while (0)

// Memory. A region is live from its allocation until it is freed.
enum { STANDIN_DEVICE, STANDIN_PINNED };
void* standin_allocate(size_t size, int kind);
int standin_free(void* start, int kind);
int standin_is_device(const void* address);
int standin_holds(const void* address, size_t bytes);

// Copies to the host arrive when the host waits, not before.
void standin_deliver_later(void* target, const void* source, size_t bytes);
void standin_deliver(void);

// Handles by kind; a wrong or closed one is a violation.
enum { STANDIN_STREAM, STANDIN_EVENT, STANDIN_BLAS, STANDIN_SOLVER, STANDIN_PROGRAM, STANDIN_MODULE, STANDIN_KINDS };
void* standin_open(int kind, size_t size);
int standin_close(void* handle, int kind);
int standin_is_open(const void* handle, int kind);

// Calls of the driver need a context on their thread, which calls of the runtime make.
void standin_make_context(void);
int standin_has_context(void);

// Notes what was done wrong; the caller then returns an error.
void standin_violation(const char* format, ...);

// For tests.
void standin_reset(void);
void standin_fail(const char* function, int nth, int code);
void standin_set_driver(int version);
void standin_set_memory(size_t bytes);
void standin_set_reversed(int reversed);
int standin_driver(void);
size_t standin_memory(void);
int standin_reversed(void);
int standin_calls(const char* function);
int standin_live(void);
const char* standin_message(void);
#endif
