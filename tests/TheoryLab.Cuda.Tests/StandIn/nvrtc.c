#define _GNU_SOURCE
#include "standin.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Compiles kernels with gcc: the text itself, behind a prelude that turns a phase into a loop over the threads of a block, and followed by one entry per
// kernel that unpacks its arguments and runs over the grid. The "binary" is the path of the shared object.
enum { INVALID_INPUT = 3, INVALID_PROGRAM = 4, INVALID_OPTION = 5, COMPILATION = 6 };
typedef struct _nvrtcProgram { char* source; char path[512]; char log[8192]; } program;

static const char Prelude[] =
    "#include <math.h>\n"
    "typedef struct { unsigned x, y, z; } standin_dim;\n"
    "static standin_dim blockIdx, threadIdx, gridDim;\n"
    "static unsigned standin_thread;\n"
    "static int standin_reversed;\n"
    "#define KERNEL static\n"
    "#define SHARED static\n"
    "#define THREADS for (standin_thread = 0; standin_thread < WIDTH; standin_thread++) { threadIdx.x = standin_reversed ? WIDTH - 1 - standin_thread : standin_thread;\n"
    "#define SYNC }\n"
    "#line 1 \"kernels.cu\"\n";

const char* nvrtcGetErrorString(nvrtcResult result)
{
    return result == COMPILATION ? "NVRTC_ERROR_COMPILATION" : result == INVALID_OPTION ? "NVRTC_ERROR_INVALID_OPTION" : result == 0 ? "NVRTC_SUCCESS" : "NVRTC_ERROR";
}

nvrtcResult nvrtcCreateProgram(nvrtcProgram* prog, const char* src, const char* name, int numHeaders, const char* const* headers, const char* const* includeNames)
{
    ENTER(nvrtcCreateProgram);
    if (src == NULL || name == NULL || numHeaders != 0 || headers != NULL || includeNames != NULL) { return INVALID_INPUT; }
    *prog = standin_open(STANDIN_PROGRAM, sizeof(program));
    (*prog)->source = strdup(src);
    return 0;
}

nvrtcResult nvrtcDestroyProgram(nvrtcProgram* prog)
{
    ENTER(nvrtcDestroyProgram);
    if (standin_close(*prog, STANDIN_PROGRAM) != 0) { return INVALID_PROGRAM; }
    free((*prog)->source);
    *prog = NULL;
    return 0;
}

// One argument "type name": the type is all but the last word. Addresses have to be on the device.
static void write_argument(FILE* out, const char* text, int length, int index)
{
    int end = length;
    while (end > 0 && text[end - 1] != ' ' && text[end - 1] != '*') { end--; }
    fprintf(out, "    %.*s a%d = *(%.*s*)p[%d];\n", end, text, index, end, text, index);
    if (memchr(text, '*', (size_t)length) != NULL) { fprintf(out, "    if (!on_device(a%d)) { return %d; }\n", index, index + 1); }
}

static void write_entries(FILE* out, const char* source)
{
    static const char Start[] = "\nKERNEL void ";
    for (const char* at = strstr(source, Start); at != NULL; at = strstr(at + 1, Start))
    {
        const char *name = at + sizeof Start - 1, *open = strchr(name, '('), *close = strchr(open, ')');
        fprintf(out, "int %.*s__entry(void** p, unsigned grid, int (*on_device)(const void*), int reversed)\n{\n", (int)(open - name), name);
        int count = 0;
        for (const char* next = open + 1; next < close; count++)
        {
            const char* comma = memchr(next, ',', (size_t)(close - next));
            const char* end = comma != NULL ? comma : close;
            while (*next == ' ') { next++; }
            write_argument(out, next, (int)(end - next), count);
            next = end + 1;
        }

        fprintf(out, "    gridDim.x = grid;\n    standin_reversed = reversed;\n    for (unsigned b = 0; b < grid; b++)\n    {\n");
        fprintf(out, "        blockIdx.x = reversed ? grid - 1 - b : b;\n        %.*s(", (int)(open - name), name);
        for (int i = 0; i < count; i++) { fprintf(out, "%sa%d", i > 0 ? ", " : "", i); }
        fprintf(out, ");\n    }\n\n    return 0;\n}\n");
    }
}

// The same text is compiled once in a process, for the sake of tests that open many devices; the file goes when the process ends.
static char* compiled_source;
static char compiled_path[512];

__attribute__((destructor)) static void remove_compiled(void)
{
    if (compiled_source != NULL) { unlink(compiled_path); }
}

nvrtcResult nvrtcCompileProgram(nvrtcProgram prog, int numOptions, const char* const* options)
{
    ENTER(nvrtcCompileProgram);
    if (!standin_is_open(prog, STANDIN_PROGRAM)) { return INVALID_PROGRAM; }
    int uncontracted = 0, architecture = 0;
    for (int i = 0; i < numOptions; i++)
    {
        uncontracted |= strcmp(options[i], "--fmad=false") == 0;
        architecture |= strcmp(options[i], "--gpu-architecture=sm_90") == 0;
    }

    if (!uncontracted || !architecture) { return INVALID_OPTION; }
    if (compiled_source != NULL && strcmp(compiled_source, prog->source) == 0)
    {
        strcpy(prog->path, compiled_path);
        return 0;
    }

    char stem[] = P_tmpdir "/theorylab-standin-XXXXXX", command[2048], file[600];
    int descriptor = mkstemp(stem);
    if (descriptor < 0) { return COMPILATION; }
    close(descriptor);
    snprintf(file, sizeof file, "%s.c", stem);
    snprintf(prog->path, sizeof prog->path, "%s.so", stem);
    FILE* out = fopen(file, "w");
    fprintf(out, "%s%s\n", Prelude, prog->source);
    write_entries(out, prog->source);
    fclose(out);
    snprintf(command, sizeof command, "gcc -std=c11 -O1 -ffp-contract=off -Wall -Wextra -Werror -shared -fPIC -o %s %s -lm 2>%s", prog->path, file, stem);
    int status = system(command);
    FILE* log = fopen(stem, "r");
    size_t length = fread(prog->log, 1, sizeof prog->log - 1, log);
    prog->log[length] = 0;
    fclose(log);
    unlink(stem);
    unlink(file);
    if (status != 0) { return COMPILATION; }
    if (compiled_source == NULL)
    {
        compiled_source = strdup(prog->source);
        strcpy(compiled_path, prog->path);
    }

    return 0;
}

nvrtcResult nvrtcGetProgramLogSize(nvrtcProgram prog, size_t* logSizeRet) { ENTER(nvrtcGetProgramLogSize); *logSizeRet = strlen(prog->log) + 1; return 0; }
nvrtcResult nvrtcGetProgramLog(nvrtcProgram prog, char* log) { ENTER(nvrtcGetProgramLog); strcpy(log, prog->log); return 0; }
nvrtcResult nvrtcGetCUBINSize(nvrtcProgram prog, size_t* cubinSizeRet) { ENTER(nvrtcGetCUBINSize); *cubinSizeRet = strlen(prog->path) + 1; return 0; }
nvrtcResult nvrtcGetCUBIN(nvrtcProgram prog, char* cubin) { ENTER(nvrtcGetCUBIN); strcpy(cubin, prog->path); return 0; }
