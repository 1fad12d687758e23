/* Another user of the computer who changes what a run with more rights works with, while it works.
 *
 * attacker PLAN SEED GAP HOLD: until SIGTERM, carries out lines of the plan at random and undoes each a moment later.
 * Half of the time it waits for at most GAP microseconds and then for HOLD; otherwise until somebody opens, reads or
 * makes something there, which is when a check has just been passed. With a long GAP it does that seldom, so that runs
 * get far. In the end it prints how often it changed something. A line of the plan is an operation and two paths,
 * separated by tabs:
 *
 *   x PLACE OTHER    exchange the two
 *   p PLACE OTHER    put OTHER into PLACE, where nothing is
 *   w FILE OTHER     write the content of OTHER into FILE, and give it the time that it had
 *   t FILE -         cut FILE in half
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <libgen.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 64, LENGTH = 4096, CONTENT = 1 << 20, PATIENCE_MS = 15, LONG = 100000 };

typedef struct { char kind, place[LENGTH], other[LENGTH]; } Operation;

static Operation plan[MOST];
static char content[2][CONTENT];
static volatile sig_atomic_t stopped;

static void stop(int number) { stopped = number; }

static unsigned draw(unsigned below) { return below ? (unsigned)random() % below : 0; }

static void pause_for(unsigned microseconds) {
    /* As many short pauses as long ones. */
    struct timespec time = {0, (long)(draw(microseconds >> draw(6)) + 1) * 1000};
    nanosleep(&time, NULL);
}

static void pause_for_event(int events) {
    char buffer[LENGTH];
    struct pollfd polled = {events, POLLIN, 0};
    while (read(events, buffer, sizeof buffer) > 0) {}
    for (unsigned skipped = draw(5) + 1; skipped && poll(&polled, 1, PATIENCE_MS) > 0; skipped--)
        if (read(events, buffer, sizeof buffer) <= 0) return;
}

static ssize_t read_all(const char *path, char *to) {
    int file = open(path, O_RDONLY | O_NONBLOCK);
    ssize_t length = file < 0 ? -1 : read(file, to, CONTENT);
    if (file >= 0) close(file);
    return length;
}

static void write_all(const char *path, const char *from, ssize_t length, const struct stat *before) {
    const struct timespec times[2] = {before->st_atim, before->st_mtim};
    int file = open(path, O_WRONLY | O_NONBLOCK);
    if (file < 0) return;
    if (pwrite(file, from, (size_t)length, 0) != length || ftruncate(file, length) || futimens(file, times)) stopped = 1;
    close(file);
}

static void carry_out(const Operation *operation, int undo) {
    static ssize_t length, others;
    static struct stat before;
    const char *place = operation->place, *other = operation->other;
    if (operation->kind == 'x') {
        renameat2(AT_FDCWD, place, AT_FDCWD, other, RENAME_EXCHANGE);
    } else if (operation->kind == 'p') {
        renameat2(AT_FDCWD, undo ? place : other, AT_FDCWD, undo ? other : place, RENAME_NOREPLACE);
    } else if (!undo) {
        others = operation->kind == 'w' ? read_all(other, content[1]) : 0;
        length = stat(place, &before) || !S_ISREG(before.st_mode) ? -1 : read_all(place, content[0]);
        if (length < 0) return;
        if (operation->kind == 'w') write_all(place, content[1], others, &before);
        else if (truncate(place, length / 2)) stopped = 1;
    } else if (length >= 0) {
        write_all(place, content[0], length, &before);
    }
}

int main(int count, char **arguments) {
    if (count != 5) return 2;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    signal(SIGTERM, stop);
    srandom((unsigned)atoi(arguments[2]));
    unsigned gap = (unsigned)atoi(arguments[3]), hold = (unsigned)atoi(arguments[4]), operations = 0;
    int events = inotify_init1(IN_NONBLOCK);
    FILE *file = fopen(arguments[1], "r");
    if (!file || events < 0) return 2;
    while (operations < MOST) {
        Operation *next = &plan[operations];
        char above[LENGTH];
        if (fscanf(file, "%c\t%4095[^\t]\t%4095[^\n]\n", &next->kind, next->place, next->other) != 3) break;
        strcpy(above, next->place);
        const unsigned wanted = IN_OPEN | IN_ACCESS | IN_CLOSE_NOWRITE | IN_CREATE | IN_MOVED_TO;
        inotify_add_watch(events, next->place, wanted);
        inotify_add_watch(events, dirname(above), wanted);
        operations++;
    }
    fclose(file);
    unsigned long changes = 0;
    while (!stopped && operations) {
        const Operation *operation = &plan[draw(operations)];
        for (int undo = 0; undo < 2; undo++) {
            if (!stopped && !draw(gap < LONG ? 2 : 16)) pause_for_event(events);
            else if (!stopped) pause_for(undo ? hold : gap);
            carry_out(operation, undo);
            changes++;
        }
    }
    printf("%lu\n", changes);
    return 0;
}
