/* Stands between a process and the C library, counts what the process does to the disk below one folder, and lets one of these
 * calls fail or the process die there. Preloaded (LD_PRELOAD), so that SQLite and hnswlib go through it like Python does.
 *
 * A point is one call that changes the disk: open to write, write, sync, truncate, rename, link, unlink, mkdir, rmdir. Nothing is
 * counted until `faults_arm`. With a log, every point is written down with its data, so that the disk can be put together as a
 * power cut would leave it (power_cut.py).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sendfile.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { COUNT = 0, KILL = 1, TORN = 2, FAIL = 3, FAIL_ON = 4, SHORT = 5 };
enum kind { OPEN = 1, WRITE, SYNC, TRUNCATE, RENAME, LINK, UNLINK, MKDIR, RMDIR, MARK };

static char folder[PATH_MAX];
static size_t folder_length;
static atomic_long seen;
static long wanted = -1;
static int mode_now = COUNT;
static int errno_now;
static unsigned kinds_now;
static int log_fd = -1;
static atomic_int armed;
static char hit[64 + 2 * PATH_MAX];

static const char *const NAMES[] = {"", "open", "write", "sync", "truncate", "rename", "link", "unlink", "mkdir", "rmdir", "mark"};

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static ssize_t plain_write(int fd, const void *data, size_t size)
{
    REAL(write);
    return real(fd, data, size);
}

/* The path of an open file, if it lies below the folder. */
static int path_of(int fd, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    char *gone = strstr(path, " (deleted)");
    if (gone) *gone = 0;
    return strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || !path[folder_length]);
}

/* An absolute path out of what a call was given, if it lies below the folder. */
static int absolute(int at, const char *given, char *path)
{
    if (!given) return 0;
    if (given[0] == '/') {
        snprintf(path, PATH_MAX, "%s", given);
    } else {
        char base[PATH_MAX];
        if (at == AT_FDCWD) {
            if (!getcwd(base, sizeof base)) return 0;
        } else {
            char link[64];
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            ssize_t length = readlink(link, base, sizeof base - 1);
            if (length < 0) return 0;
            base[length] = 0;
        }
        if (snprintf(path, PATH_MAX, "%s/%s", base, given) >= PATH_MAX) return 0;
    }
    return strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || !path[folder_length]);
}

struct record {
    uint32_t kind, path, other, padding;
    int64_t offset, size;
};

static void note(int kind, const char *path, const char *other, int64_t offset, const void *data, int64_t size)
{
    if (log_fd < 0) return;
    struct record record = {kind, strlen(path), other ? strlen(other) : 0, 0, offset, size};
    plain_write(log_fd, &record, sizeof record);
    plain_write(log_fd, path, record.path);
    if (other) plain_write(log_fd, other, record.other);
    if (data && size > 0) plain_write(log_fd, data, size);
}

static void die(void)
{
    for (;;) kill(getpid(), SIGKILL);
}

/* What becomes of the call at hand: 0 goes through, -1 fails (errno is set), 1 is cut short; TORN is for the caller. */
static int point(int kind, const char *path)
{
    if (!atomic_load(&armed)) return 0;
    long number = atomic_fetch_add(&seen, 1);
    if (mode_now == COUNT || number < wanted) return 0;
    if (mode_now == FAIL_ON ? !(kinds_now & (1u << kind)) : number > wanted) return 0;
    if (number == wanted) snprintf(hit, sizeof hit, "%s %s", NAMES[kind], path);
    if (mode_now == KILL) die();
    if (mode_now == FAIL || mode_now == FAIL_ON) {
        errno = errno_now;
        return -1;
    }
    return 1;
}

void faults_arm(const char *below, long at, int mode, int error, unsigned kinds, int log)
{
    snprintf(folder, sizeof folder, "%s", below);
    folder_length = strlen(folder);
    wanted = at;
    mode_now = mode;
    errno_now = error;
    kinds_now = kinds;
    log_fd = log;
    hit[0] = 0;
    atomic_store(&seen, 0);
    atomic_store(&armed, 1);
}

long faults_disarm(void)
{
    atomic_store(&armed, 0);
    return atomic_load(&seen);
}

const char *faults_hit(void) { return hit; }

void faults_mark(long number)
{
    if (atomic_load(&armed)) note(MARK, "", NULL, number, NULL, 0);
}

/* -- open --------------------------------------------------------------------------------------------------------- */

static int opens_to_write(int flags) { return (flags & O_CREAT) || (flags & O_ACCMODE) != O_RDONLY; }

static int before_open(int at, const char *given, int flags, char *path)
{
    if (!atomic_load(&armed) || !opens_to_write(flags) || !absolute(at, given, path)) return 2;
    int fate = point(OPEN, path);
    return fate;
}

static int after_open(int fd, int flags, int fate, const char *path)
{
    if (fate == 2 || fd < 0) return fd;
    note(OPEN, path, NULL, (flags & O_TRUNC) != 0, NULL, 0);
    if (fate == 1 && mode_now == TORN) die();
    return fd;
}

#define MODE_OF(flags) \
    mode_t permissions = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        permissions = va_arg(rest, mode_t); \
        va_end(rest); \
    }

#define DEFINE_OPEN(name) \
    int name(const char *given, int flags, ...) \
    { \
        MODE_OF(flags) \
        static int (*real)(const char *, int, ...); \
        if (!real) real = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        char path[PATH_MAX]; \
        int fate = before_open(AT_FDCWD, given, flags, path); \
        if (fate == -1) return -1; \
        return after_open(real(given, flags, permissions), flags, fate, path); \
    }
DEFINE_OPEN(open)
DEFINE_OPEN(open64)

#define DEFINE_OPENAT(name) \
    int name(int at, const char *given, int flags, ...) \
    { \
        MODE_OF(flags) \
        static int (*real)(int, const char *, int, ...); \
        if (!real) real = (int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        char path[PATH_MAX]; \
        int fate = before_open(at, given, flags, path); \
        if (fate == -1) return -1; \
        return after_open(real(at, given, flags, permissions), flags, fate, path); \
    }
DEFINE_OPENAT(openat)
DEFINE_OPENAT(openat64)

#define DEFINE_FOPEN(name) \
    FILE *name(const char *given, const char *how) \
    { \
        REAL(name); \
        char path[PATH_MAX]; \
        int flags = strchr(how, 'w') ? O_CREAT | O_TRUNC | O_WRONLY : strchr(how, 'a') ? O_CREAT | O_WRONLY : strchr(how, '+') ? O_RDWR : O_RDONLY; \
        int fate = before_open(AT_FDCWD, given, flags, path); \
        if (fate == -1) return NULL; \
        FILE *file = real(given, how); \
        after_open(file ? 0 : -1, flags, fate, path); \
        return file; \
    }
DEFINE_FOPEN(fopen)
DEFINE_FOPEN(fopen64)

/* -- write -------------------------------------------------------------------------------------------------------- */

static int64_t place_of(int fd)
{
    if (fcntl(fd, F_GETFL) & O_APPEND) {
        struct stat status;
        return fstat(fd, &status) ? 0 : status.st_size;
    }
    return lseek(fd, 0, SEEK_CUR);
}

/* Data that a call was to write: all of it, or the half that came through. Returns -1 where the call fails. */
static ssize_t before_write(int fd, size_t size, char *path, int *fate)
{
    *fate = 2;
    if (!atomic_load(&armed) || !path_of(fd, path)) return size;
    *fate = point(WRITE, path);
    if (*fate == -1) return -1;
    return *fate == 1 && size > 1 ? size / 2 : size;
}

static ssize_t after_write(int fate, const char *path, const void *data, int64_t offset, ssize_t written)
{
    if (fate == 2) return written;
    if (written > 0) note(WRITE, path, NULL, offset, data, written);
    if (fate == 1 && mode_now == TORN) die();
    return written;
}

ssize_t write(int fd, const void *data, size_t size)
{
    char path[PATH_MAX];
    int fate;
    ssize_t part = before_write(fd, size, path, &fate);
    if (part < 0) return -1;
    int64_t offset = fate == 2 ? 0 : place_of(fd);
    return after_write(fate, path, data, offset, plain_write(fd, data, part));
}

#define DEFINE_PWRITE(name, offset_type) \
    ssize_t name(int fd, const void *data, size_t size, offset_type offset) \
    { \
        REAL(name); \
        char path[PATH_MAX]; \
        int fate; \
        ssize_t part = before_write(fd, size, path, &fate); \
        if (part < 0) return -1; \
        return after_write(fate, path, data, offset, real(fd, data, part, offset)); \
    }
DEFINE_PWRITE(pwrite, off_t)
DEFINE_PWRITE(pwrite64, off64_t)

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    REAL(writev);
    char path[PATH_MAX];
    if (!atomic_load(&armed) || !path_of(fd, path)) return real(fd, parts, count);
    /* One buffer, so that it can be cut and noted like any other write. */
    size_t size = 0;
    for (int i = 0; i < count; i++) size += parts[i].iov_len;
    char *whole = malloc(size ? size : 1), *end = whole;
    if (!whole) abort();
    for (int i = 0; i < count; i++) end = mempcpy(end, parts[i].iov_base, parts[i].iov_len);
    ssize_t written = write(fd, whole, size);
    int error = errno;
    free(whole);
    errno = error;
    return written;
}

#define DEFINE_SENDFILE(name, offset_type) \
    ssize_t name(int out, int in, offset_type *offset, size_t size) \
    { \
        REAL(name); \
        char path[PATH_MAX]; \
        int fate; \
        ssize_t part = before_write(out, size, path, &fate); \
        if (part < 0) return -1; \
        if (fate == 2 || log_fd < 0) return after_write(fate, path, NULL, 0, real(out, in, offset, part)); \
        int64_t place = place_of(out), from = offset ? *offset : lseek(in, 0, SEEK_CUR); \
        ssize_t written = real(out, in, offset, part); \
        char *copy = written > 0 ? malloc(written) : NULL; \
        if (copy && pread(in, copy, written, from) != written) abort(); \
        after_write(fate, path, copy, place, written); \
        free(copy); \
        return written; \
    }
DEFINE_SENDFILE(sendfile, off_t)
DEFINE_SENDFILE(sendfile64, off64_t)

/* -- sync, truncate ------------------------------------------------------------------------------------------------- */

#define DEFINE_SYNC(name) \
    int name(int fd) \
    { \
        REAL(name); \
        char path[PATH_MAX]; \
        if (!atomic_load(&armed) || !path_of(fd, path)) return real(fd); \
        int fate = point(SYNC, path); \
        if (fate == -1) return -1; \
        int result = real(fd); \
        note(SYNC, path, NULL, 0, NULL, 0); \
        if (fate == 1 && mode_now == TORN) die(); \
        return result; \
    }
DEFINE_SYNC(fsync)
DEFINE_SYNC(fdatasync)

#define DEFINE_FTRUNCATE(name, offset_type) \
    int name(int fd, offset_type size) \
    { \
        REAL(name); \
        char path[PATH_MAX]; \
        if (!atomic_load(&armed) || !path_of(fd, path)) return real(fd, size); \
        int fate = point(TRUNCATE, path); \
        if (fate == -1) return -1; \
        int result = real(fd, size); \
        if (!result) note(TRUNCATE, path, NULL, size, NULL, 0); \
        if (fate == 1 && mode_now == TORN) die(); \
        return result; \
    }
DEFINE_FTRUNCATE(ftruncate, off_t)
DEFINE_FTRUNCATE(ftruncate64, off64_t)

/* -- names ---------------------------------------------------------------------------------------------------------- */

#define ONE_PATH(name, kind, parameters, arguments, at, given) \
    int name parameters \
    { \
        REAL(name); \
        char path[PATH_MAX]; \
        if (!atomic_load(&armed) || !absolute(at, given, path)) return real arguments; \
        int fate = point(kind, path); \
        if (fate == -1) return -1; \
        int result = real arguments; \
        if (!result) note(kind, path, NULL, 0, NULL, 0); \
        if (fate == 1 && mode_now == TORN) die(); \
        return result; \
    }
ONE_PATH(unlink, UNLINK, (const char *given), (given), AT_FDCWD, given)
ONE_PATH(rmdir, RMDIR, (const char *given), (given), AT_FDCWD, given)
ONE_PATH(mkdir, MKDIR, (const char *given, mode_t how), (given, how), AT_FDCWD, given)
ONE_PATH(mkdirat, MKDIR, (int at, const char *given, mode_t how), (at, given, how), at, given)

int unlinkat(int at, const char *given, int flags)
{
    REAL(unlinkat);
    char path[PATH_MAX];
    if (!atomic_load(&armed) || !absolute(at, given, path)) return real(at, given, flags);
    int kind = flags & AT_REMOVEDIR ? RMDIR : UNLINK;
    int fate = point(kind, path);
    if (fate == -1) return -1;
    int result = real(at, given, flags);
    if (!result) note(kind, path, NULL, 0, NULL, 0);
    if (fate == 1 && mode_now == TORN) die();
    return result;
}

#define TWO_PATHS(name, kind, parameters, arguments, at, given, to_at, to) \
    int name parameters \
    { \
        REAL(name); \
        char path[PATH_MAX], other[PATH_MAX]; \
        int here = absolute(at, given, path), there = absolute(to_at, to, other); \
        if (!atomic_load(&armed) || !(here || there)) return real arguments; \
        int fate = point(kind, other); \
        if (fate == -1) return -1; \
        int result = real arguments; \
        if (!result) note(kind, path, other, 0, NULL, 0); \
        if (fate == 1 && mode_now == TORN) die(); \
        return result; \
    }
TWO_PATHS(rename, RENAME, (const char *given, const char *to), (given, to), AT_FDCWD, given, AT_FDCWD, to)
TWO_PATHS(renameat, RENAME, (int at, const char *given, int to_at, const char *to), (at, given, to_at, to), at, given, to_at, to)
TWO_PATHS(renameat2, RENAME, (int at, const char *given, int to_at, const char *to, unsigned int flags), (at, given, to_at, to, flags), at, given, to_at, to)
TWO_PATHS(link, LINK, (const char *given, const char *to), (given, to), AT_FDCWD, given, AT_FDCWD, to)
TWO_PATHS(linkat, LINK, (int at, const char *given, int to_at, const char *to, int flags), (at, given, to_at, to, flags), at, given, to_at, to)
TWO_PATHS(symlink, LINK, (const char *given, const char *to), (given, to), AT_FDCWD, given, AT_FDCWD, to)
