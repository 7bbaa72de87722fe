// The floor of a build: reads every file below some folders, then writes the folders and files of a
// pack (see tree.py) below another. Nothing is parsed, computed or compared.
//
//     floor PACK OUT THREADS SOURCE...
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_THREADS = 64, AT_ONCE = 16, BLOCK = 1 << 20 };

typedef struct {
    char *path;
    const char *bytes; // NULL: any will do
    uint64_t size;
} File;

static File *files;
static size_t count, room, next;
static int out;
static char block[BLOCK];

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void add(char *path, const char *bytes, uint64_t size) {
    if (count == room) {
        room = room ? room * 2 : 4096;
        files = realloc(files, room * sizeof *files);
        if (!files) fail("memory");
    }
    files[count++] = (File){path, bytes, size};
}

static char *joined(const char *folder, const char *name) {
    char *path = malloc(strlen(folder) + strlen(name) + 2);
    if (!path) fail("memory");
    sprintf(path, "%s/%s", folder, name);
    return path;
}

static void list(const char *folder) {
    DIR *entries = opendir(folder);
    if (!entries) fail(folder);
    for (struct dirent *entry; (entry = readdir(entries));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        char *path = joined(folder, entry->d_name);
        if (entry->d_type == DT_DIR) {
            list(path);
            free(path);
        } else add(path, NULL, 0);
    }
    closedir(entries);
}

static void read_one(const File *file, char **buffer, size_t *size) {
    int from = open(file->path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (from < 0 || fstat(from, &about)) fail(file->path);
    if ((size_t)about.st_size + 1 > *size) {
        *size = (size_t)about.st_size + 1;
        *buffer = realloc(*buffer, *size);
        if (!*buffer) fail("memory");
    }
    size_t have = 0;
    for (ssize_t got; (got = read(from, *buffer + have, *size - have)) > 0; have += got)
        if (have + got == *size) break;
    close(from);
}

static void write_one(const File *file) {
    int to = openat(out, file->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (to < 0) fail(file->path);
    for (uint64_t done = 0; done < file->size;) {
        uint64_t left = file->size - done;
        ssize_t written = file->bytes ? write(to, file->bytes + done, left)
                                      : write(to, block, left < BLOCK ? left : BLOCK);
        if (written <= 0) fail(file->path);
        done += written;
    }
    close(to);
}

static void *work(void *is_reading) {
    char *buffer = NULL;
    size_t size = 0;
    for (;;) {
        size_t first = __atomic_fetch_add(&next, AT_ONCE, __ATOMIC_RELAXED);
        if (first >= count) break;
        for (size_t i = first; i < count && i < first + AT_ONCE; i++)
            if (is_reading) read_one(&files[i], &buffer, &size);
            else write_one(&files[i]);
    }
    free(buffer);
    return NULL;
}

static void by_all(int threads, int is_reading) {
    pthread_t others[MOST_THREADS];
    next = 0;
    for (int i = 1; i < threads; i++)
        if (pthread_create(&others[i], NULL, work, is_reading ? &next : NULL)) fail("thread");
    work(is_reading ? &next : NULL);
    for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
}

static void unpack(const char *pack) {
    int from = open(pack, O_RDONLY | O_CLOEXEC);
    struct stat about;
    if (from < 0 || fstat(from, &about)) fail(pack);
    int flags = MAP_PRIVATE;
#ifdef MAP_POPULATE
    flags |= MAP_POPULATE;
#endif
    const char *at = mmap(NULL, about.st_size, PROT_READ, flags, from, 0), *end = at + about.st_size;
    if (at == MAP_FAILED) fail(pack);
    while (at < end) {
        char kind = *at;
        uint16_t length;
        uint64_t size;
        memcpy(&length, at + 1, 2);
        memcpy(&size, at + 3, 8);
        char *path = strndup(at + 11, length);
        at += 11 + length;
        if (kind == 'D') {
            if (mkdirat(out, path, 0755)) fail(path);
            free(path);
        } else add(path, kind == 'F' ? at : NULL, size);
        if (kind == 'F') at += size;
    }
}

int main(int given, char **arguments) {
    int threads = given > 4 ? atoi(arguments[3]) : 0;
    if (threads < 1 || threads > MOST_THREADS) {
        fprintf(stderr, "floor PACK OUT THREADS SOURCE...\n");
        return 2;
    }
    for (int i = 4; i < given; i++) list(arguments[i]);
    by_all(threads, 1);
    count = 0;
    if (mkdir(arguments[2], 0755)) fail(arguments[2]);
    out = open(arguments[2], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (out < 0) fail(arguments[2]);
    memset(block, 'x', sizeof block);
    unpack(arguments[1]);
    by_all(threads, 0);
    return 0;
}
