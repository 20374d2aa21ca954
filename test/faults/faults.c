/*
 * Preloaded into a real process, this library counts the calls that change the disk below one folder (or
 * that read it) and lets exactly one of them go wrong: the process dies, the disk fails or is full, the
 * power goes. Moved on by one until the program completes, it shows every state a fault can leave behind.
 *
 *   FAULT_UNDER  folder, absolute; only calls on paths below it count
 *   FAULT_ON     "change" (default) or "read"
 *   FAULT_AT     number of the call that goes wrong, from 1 on; 0 or nothing: none, only count
 *   FAULT_DO     kill   SIGKILL; of a write, the first half is made
 *                cut    the file system of FAULT_MOUNT forgets what is not yet durable; the process ends
 *                commit as cut, but all names are made durable first: the worst case for unflushed bytes
 *                EIO | ENOSPC | EPERM   the call fails
 *   FAULT_ONLY   only calls of this name count
 *   FAULT_STAYS  "1": every later call fails as well
 *   FAULT_LOG    file to which every counted call is written, one a line
 *   FAULT_CLOCK  seconds that the calendar of the process is wrong by
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
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN, without writing the journal out. */
#define GOING_DOWN _IOR('X', 125, uint32_t)
#define NO_LOG_FLUSH 2

static const char *under = "", *what = "", *log_file = "", *only = "";
static int on_read, stays;
static long fault_at, clock_shift;
static atomic_long count;

__attribute__((constructor)) static void begin(void) {
  const char *value;
  if ((value = getenv("FAULT_UNDER"))) under = strdup(value);
  if ((value = getenv("FAULT_DO"))) what = strdup(value);
  if ((value = getenv("FAULT_LOG"))) log_file = strdup(value);
  if ((value = getenv("FAULT_ONLY"))) only = strdup(value);
  if ((value = getenv("FAULT_AT"))) fault_at = atol(value);
  if ((value = getenv("FAULT_CLOCK"))) clock_shift = atol(value);
  on_read = (value = getenv("FAULT_ON")) && strcmp(value, "read") == 0;
  stays = (value = getenv("FAULT_STAYS")) && strcmp(value, "1") == 0;
}

static int below(const char *path) {
  size_t length = strlen(under);
  return path && length && strncmp(path, under, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int fd_below(int fd) {
  char link[64], path[PATH_MAX];
  if (fd <= 2 || !*under) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return below(path);
}

static void note(long number, const char *call, const char *path, int fd) {
  char line[PATH_MAX + 64], link[64], name[PATH_MAX] = "";
  if (!path && fd > 2) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, name, sizeof name - 1);
    name[length > 0 ? length : 0] = 0;
    path = name;
  }
  int length = snprintf(line, sizeof line, "%ld %s %s\n", number, call, path ? path : "");
  int log = syscall(SYS_openat, AT_FDCWD, log_file, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (log < 0) return;
  syscall(SYS_write, log, line, length);
  syscall(SYS_close, log);
}

static void power_cut(int commit) {
  const char *mount = getenv("FAULT_MOUNT");
  if (commit) {
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/.commit", mount);
    int fd = syscall(SYS_openat, AT_FDCWD, path, O_CREAT | O_WRONLY, 0600);
    syscall(SYS_write, fd, "x", 1);
    syscall(SYS_fsync, fd);
    syscall(SYS_close, fd);
  }
  int fd = syscall(SYS_openat, AT_FDCWD, mount, O_RDONLY, 0);
  uint32_t how = NO_LOG_FLUSH;
  if (ioctl(fd, GOING_DOWN, &how) != 0) _exit(98);
  syscall(SYS_kill, getpid(), SIGKILL);
}

/* The number of the call when it is the one that goes wrong (and the process is still alive), else 0. */
static int goes_wrong(const char *call, const char *path, int fd) {
  if (*only && strcmp(only, call) != 0) return 0;
  long number = atomic_fetch_add(&count, 1) + 1;
  if (*log_file) note(number, call, path, fd);
  if (!fault_at || number < fault_at || (number > fault_at && !stays)) return 0;
  if (strcmp(what, "cut") == 0) power_cut(0);
  if (strcmp(what, "commit") == 0) power_cut(1);
  errno = strcmp(what, "ENOSPC") == 0 ? ENOSPC : strcmp(what, "EPERM") == 0 ? EPERM : EIO;
  return 1;
}

static void end_here(void) {
  if (strcmp(what, "kill") == 0) syscall(SYS_kill, getpid(), SIGKILL);
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* A call that is one step of the disk: it is made or it is not. */
#define STEP(name, path, fd, reading, call) \
  REAL(name); \
  if (on_read == (reading) && ((path) ? below(path) : fd_below(fd)) && goes_wrong(#name, path, fd)) { \
    end_here(); \
    return -1; \
  } \
  return call

int rename(const char *from, const char *to) { STEP(rename, to, -1, 0, real(from, to)); }
int link(const char *from, const char *to) { STEP(link, to, -1, 0, real(from, to)); }
int unlink(const char *path) { STEP(unlink, path, -1, 0, real(path)); }
int remove(const char *path) { STEP(remove, path, -1, 0, real(path)); }
int rmdir(const char *path) { STEP(rmdir, path, -1, 0, real(path)); }
int mkdir(const char *path, mode_t mode) { STEP(mkdir, path, -1, 0, real(path, mode)); }
int fsync(int fd) { STEP(fsync, NULL, fd, 0, real(fd)); }
int fdatasync(int fd) { STEP(fdatasync, NULL, fd, 0, real(fd)); }
int ftruncate(int fd, off_t size) { STEP(ftruncate, NULL, fd, 0, real(fd, size)); }
int ftruncate64(int fd, off64_t size) { STEP(ftruncate64, NULL, fd, 0, real(fd, size)); }
int fallocate64(int fd, int mode, off64_t from, off64_t size) { STEP(fallocate64, NULL, fd, 0, real(fd, mode, from, size)); }
int unlinkat(int dir, const char *path, int flags) { STEP(unlinkat, path, -1, 0, real(dir, path, flags)); }

static int makes(int flags) { return (flags & O_CREAT) || (flags & O_TRUNC); }
static int looks(int flags) { return (flags & O_ACCMODE) == O_RDONLY; }
#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); }
#define OPEN(name, call) \
  MODE(flags); \
  REAL(name); \
  int counted = on_read ? looks(flags) : makes(flags); \
  if (counted && below(path) && goes_wrong(#name, path, -1)) { end_here(); return -1; } \
  return call

int open(const char *path, int flags, ...) { OPEN(open, real(path, flags, mode)); }
int open64(const char *path, int flags, ...) { OPEN(open64, real(path, flags, mode)); }
int openat(int dir, const char *path, int flags, ...) { OPEN(openat, real(dir, path, flags, mode)); }
int openat64(int dir, const char *path, int flags, ...) { OPEN(openat64, real(dir, path, flags, mode)); }

/* Of a write, a dying process may have made a part. */
#define WRITE(name, part, call) \
  REAL(name); \
  if (!on_read && fd_below(fd) && goes_wrong(#name, NULL, fd)) { \
    if (strcmp(what, "kill") == 0) { part; end_here(); } \
    return -1; \
  } \
  return call

ssize_t write(int fd, const void *bytes, size_t size) {
  WRITE(write, syscall(SYS_write, fd, bytes, size / 2), real(fd, bytes, size));
}
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) {
  WRITE(pwrite, syscall(SYS_pwrite64, fd, bytes, size / 2, at), real(fd, bytes, size, at));
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
  WRITE(pwrite64, syscall(SYS_pwrite64, fd, bytes, size / 2, at), real(fd, bytes, size, at));
}
ssize_t writev(int fd, const struct iovec *list, int n) { WRITE(writev, , real(fd, list, n)); }
ssize_t pwritev(int fd, const struct iovec *list, int n, off_t at) { WRITE(pwritev, , real(fd, list, n, at)); }
ssize_t pwritev64(int fd, const struct iovec *list, int n, off64_t at) { WRITE(pwritev64, , real(fd, list, n, at)); }

ssize_t read(int fd, void *bytes, size_t size) { STEP(read, NULL, fd, 1, real(fd, bytes, size)); }
ssize_t pread(int fd, void *bytes, size_t size, off_t at) { STEP(pread, NULL, fd, 1, real(fd, bytes, size, at)); }
ssize_t pread64(int fd, void *bytes, size_t size, off64_t at) { STEP(pread64, NULL, fd, 1, real(fd, bytes, size, at)); }

/* The calendar only; what measures time passing goes on. */
int clock_gettime(clockid_t which, struct timespec *time) {
  int result = syscall(SYS_clock_gettime, which, time);
  if (result == 0 && (which == CLOCK_REALTIME || which == CLOCK_REALTIME_COARSE)) time->tv_sec += clock_shift;
  return result;
}
int gettimeofday(struct timeval *time, void *zone) {
  struct timespec now;
  int result = clock_gettime(CLOCK_REALTIME, &now);
  (void)zone;
  if (time) { time->tv_sec = now.tv_sec; time->tv_usec = now.tv_nsec / 1000; }
  return result;
}
time_t time(time_t *where) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (where) *where = now.tv_sec;
  return now.tv_sec;
}
