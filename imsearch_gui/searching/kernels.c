/* The exact scan: every live row of a library against one or several queries, in one pass over the rows.
 *
 * For each row a score is approximated in float32, with a bound of how far it may be off; the row becomes a candidate unless
 * even the best that it could be is worse than the worst that the k-th best may be. The caller scores the candidates again in
 * float64 (scoring.py says why nothing is lost by that). Nothing here allocates, and nothing is kept between two calls.
 *
 * Rows are float16 with a power of two as their common factor, or float32. One core that converts float16 in its registers keeps
 * up with the memory, so the scan costs what half of the bytes cost.
 */

#if !defined(_WIN32)
#define _XOPEN_SOURCE 700 /* pread */
#include <errno.h>
#include <unistd.h>
#endif
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(_MSC_VER)
#define EXPORT __declspec(dllexport)
#define TARGET(names)
#define PREFETCH(address) ((void)(address))
#else
#define EXPORT __attribute__((visibility("default")))
#define TARGET(names) __attribute__((target(names)))
#define PREFETCH(address) __builtin_prefetch(address)
#endif

#if defined(__x86_64__) || defined(_M_X64)
#define X86 1
#include <immintrin.h>
#if defined(_MSC_VER)
#include <intrin.h>
#endif
#endif

enum metric { COSINE = 0, CORRELATION = 1, L2 = 2, L1 = 3 };
enum { BLOCK = 64 /* rows that stay in the cache while every query goes over them */ };

typedef struct {
    const void *matrix;  /* [rows, dimension] */
    const float *stats;  /* [rows, stats_width]: length, mean, centred length, and the factor where rows are float16 */
    const uint8_t *live; /* [rows], or NULL where every row is live */
    const int64_t *among; /* the slots to look at, or NULL for all */
    int64_t dimension;
    int64_t stats_width;
    int64_t half; /* 1: float16, 0: float32 */
} Rows;

typedef struct {
    const float *vectors;  /* [count, dimension]; of length 1 (centred for the correlation), or as given for L1 */
    const double *lengths; /* [count], of the vectors as given */
    int64_t count;
    int64_t metric;
    double dot_error; /* bound of a dot product's relative error */
    double tame_low, tame_high; /* lengths outside of these make a float32 result worthless */
} Queries;

typedef struct {
    int64_t *slots;  /* [count, capacity] */
    double *least;   /* [count, capacity]: the best that the score may be; small is good in every metric here */
    int64_t *found;  /* [count]: candidates so far */
    double *worst;   /* [count, k], a heap with the largest on top: the k smallest upper bounds so far */
    int64_t capacity;
    int64_t k;
} Candidates;

typedef float (*Dot)(const void *row, const float *query, int64_t dimension);
typedef float (*Distance)(const void *row, float factor, const float *query, int64_t dimension);

/* ---- one row ------------------------------------------------------------------------------------------------------- */

/* IEEE 754 binary16 to binary32, finite values only: the exponent is moved by a product, which subnormals survive. */
static inline float widened(uint16_t half) {
    uint32_t bits = (uint32_t)(half & 0x7fffu) << 13;
    float value;
    memcpy(&value, &bits, 4);
    value *= 0x1p112f;
    return half & 0x8000u ? -value : value;
}

/* Sixteen sums side by side, so that a compiler may keep them in vectors without changing any result. */
#define LANES 16

static float total(const float *sums) {
    float all = 0;
    for (int lane = 0; lane < LANES; lane++) all += sums[lane];
    return all;
}

#define ROW_FUNCTIONS(kind, type, read)                                                                             \
    static float dot_##kind(const void *row, const float *query, int64_t dimension) {                               \
        const type *numbers = row;                                                                                  \
        float sums[LANES] = {0};                                                                                    \
        int64_t at = 0;                                                                                             \
        for (; at + LANES <= dimension; at += LANES)                                                                \
            for (int lane = 0; lane < LANES; lane++) sums[lane] += read(numbers[at + lane]) * query[at + lane];     \
        for (; at < dimension; at++) sums[0] += read(numbers[at]) * query[at];                                      \
        return total(sums);                                                                                         \
    }                                                                                                               \
    static float distance_##kind(const void *row, float factor, const float *query, int64_t dimension) {            \
        const type *numbers = row;                                                                                  \
        float sums[LANES] = {0};                                                                                    \
        int64_t at = 0;                                                                                             \
        for (; at + LANES <= dimension; at += LANES)                                                                \
            for (int lane = 0; lane < LANES; lane++)                                                                \
                sums[lane] += fabsf(read(numbers[at + lane]) * factor - query[at + lane]);                          \
        for (; at < dimension; at++) sums[0] += fabsf(read(numbers[at]) * factor - query[at]);                      \
        return total(sums);                                                                                         \
    }

#define AS_IT_IS(number) (number)
ROW_FUNCTIONS(single, float, AS_IT_IS)
ROW_FUNCTIONS(half, uint16_t, widened)

#if X86

#define AHEAD 2048 /* numbers: what is fetched while this row is worked on */

TARGET("avx512f,avx512bw,fma")
static float dot_half_avx512(const void *row, const float *query, int64_t dimension) {
    const uint16_t *numbers = row;
    __m512 first = _mm512_setzero_ps(), second = first, third = first, fourth = first;
    int64_t at = 0;
    for (; at + 64 <= dimension; at += 64) {
        _mm_prefetch((const char *)(numbers + at + AHEAD), _MM_HINT_T0);
        _mm_prefetch((const char *)(numbers + at + AHEAD + 32), _MM_HINT_T0);
#define PART(sum, offset)                                                                                 \
    sum = _mm512_fmadd_ps(_mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)(numbers + at + offset))),  \
                          _mm512_loadu_ps(query + at + offset), sum)
        PART(first, 0);
        PART(second, 16);
        PART(third, 32);
        PART(fourth, 48);
    }
    for (; at + 16 <= dimension; at += 16) PART(first, 0);
#undef PART
    float rest = 0;
    for (; at < dimension; at++) rest += widened(numbers[at]) * query[at];
    return rest + _mm512_reduce_add_ps(_mm512_add_ps(_mm512_add_ps(first, second), _mm512_add_ps(third, fourth)));
}

TARGET("avx512f,avx512bw,fma")
static float distance_half_avx512(const void *row, float factor, const float *query, int64_t dimension) {
    const uint16_t *numbers = row;
    const __m512 scale = _mm512_set1_ps(factor);
    __m512 first = _mm512_setzero_ps(), second = first;
    int64_t at = 0;
    for (; at + 32 <= dimension; at += 32) {
        _mm_prefetch((const char *)(numbers + at + AHEAD), _MM_HINT_T0);
#define PART(sum, offset)                                                                                            \
    sum = _mm512_add_ps(                                                                                             \
        sum, _mm512_abs_ps(_mm512_fmsub_ps(                                                                          \
                 _mm512_cvtph_ps(_mm256_loadu_si256((const __m256i *)(numbers + at + offset))), scale,               \
                 _mm512_loadu_ps(query + at + offset))))
        PART(first, 0);
        PART(second, 16);
    }
    for (; at + 16 <= dimension; at += 16) PART(first, 0);
#undef PART
    float rest = 0;
    for (; at < dimension; at++) rest += fabsf(widened(numbers[at]) * factor - query[at]);
    return rest + _mm512_reduce_add_ps(_mm512_add_ps(first, second));
}

TARGET("avx2,fma,f16c")
static float sum_avx2(__m256 sums) {
    float lanes[8];
    _mm256_storeu_ps(lanes, sums);
    return ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
}

TARGET("avx2,fma,f16c")
static float dot_half_avx2(const void *row, const float *query, int64_t dimension) {
    const uint16_t *numbers = row;
    __m256 first = _mm256_setzero_ps(), second = first, third = first, fourth = first;
    int64_t at = 0;
    for (; at + 32 <= dimension; at += 32) {
        _mm_prefetch((const char *)(numbers + at + AHEAD), _MM_HINT_T0);
#define PART(sum, offset)                                                                               \
    sum = _mm256_fmadd_ps(_mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(numbers + at + offset))),   \
                          _mm256_loadu_ps(query + at + offset), sum)
        PART(first, 0);
        PART(second, 8);
        PART(third, 16);
        PART(fourth, 24);
    }
    for (; at + 8 <= dimension; at += 8) PART(first, 0);
#undef PART
    float rest = 0;
    for (; at < dimension; at++) rest += widened(numbers[at]) * query[at];
    return rest + sum_avx2(_mm256_add_ps(_mm256_add_ps(first, second), _mm256_add_ps(third, fourth)));
}

TARGET("avx2,fma,f16c")
static float distance_half_avx2(const void *row, float factor, const float *query, int64_t dimension) {
    const uint16_t *numbers = row;
    const __m256 scale = _mm256_set1_ps(factor), no_sign = _mm256_castsi256_ps(_mm256_set1_epi32(0x7fffffff));
    __m256 first = _mm256_setzero_ps(), second = first;
    int64_t at = 0;
    for (; at + 16 <= dimension; at += 16) {
        _mm_prefetch((const char *)(numbers + at + AHEAD), _MM_HINT_T0);
#define PART(sum, offset)                                                                                           \
    sum = _mm256_add_ps(                                                                                            \
        sum, _mm256_and_ps(no_sign, _mm256_fmsub_ps(                                                                \
                 _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(numbers + at + offset))), scale,                 \
                 _mm256_loadu_ps(query + at + offset))))
        PART(first, 0);
        PART(second, 8);
    }
    for (; at + 8 <= dimension; at += 8) PART(first, 0);
#undef PART
    float rest = 0;
    for (; at < dimension; at++) rest += fabsf(widened(numbers[at]) * factor - query[at]);
    return rest + sum_avx2(_mm256_add_ps(first, second));
}

#if defined(_MSC_VER)
static int has_avx2(void) {
    int words[4];
    __cpuid(words, 1);
    /* OSXSAVE, AVX, FMA and F16C; then the system must keep the registers, and leaf 7 tell of AVX2 (bit 5 of EBX). */
    const int wanted = (1 << 27) | (1 << 28) | (1 << 12) | (1 << 29);
    if ((words[2] & wanted) != wanted || (_xgetbv(0) & 6) != 6) return 0;
    __cpuidex(words, 7, 0);
    return (words[1] >> 5) & 1;
}
static int has_avx512(void) {
    int words[4];
    if (!has_avx2() || (_xgetbv(0) & 0xe6) != 0xe6) return 0;
    __cpuidex(words, 7, 0);
    return ((words[1] >> 16) & 1) && ((words[1] >> 30) & 1);
}
#else
static int has_avx2(void) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
}
static int has_avx512(void) {
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
}
#endif
#endif /* X86 */

enum { PLAIN = 0, AVX2 = 1, AVX512 = 2 };

/* The best form that this processor has: 0 plain C, 1 AVX2, 2 AVX-512. */
EXPORT int64_t best_form(void) {
#if X86
    if (has_avx512()) return AVX512;
    if (has_avx2()) return AVX2;
#endif
    return PLAIN;
}

static Dot dot_of(const Rows *rows, int64_t form) {
    if (!rows->half) return dot_single;
#if X86
    if (form == AVX512) return dot_half_avx512;
    if (form == AVX2) return dot_half_avx2;
#endif
    (void)form;
    return dot_half;
}

static Distance distance_of(const Rows *rows, int64_t form) {
    if (!rows->half) return distance_single;
#if X86
    if (form == AVX512) return distance_half_avx512;
    if (form == AVX2) return distance_half_avx2;
#endif
    (void)form;
    return distance_half;
}

/* ---- candidates ---------------------------------------------------------------------------------------------------- */

/* Put `bound` in the place of the largest of the k smallest. */
static void replace_worst(double *heap, int64_t k, double bound) {
    int64_t at = 0;
    for (;;) {
        int64_t child = 2 * at + 1;
        if (child >= k) break;
        if (child + 1 < k && heap[child + 1] > heap[child]) child++;
        if (heap[child] <= bound) break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = bound;
}

/* Throw out what has been overtaken meanwhile; the order stays. */
static int64_t compacted(int64_t *slots, double *least, int64_t count, double limit) {
    int64_t kept = 0;
    for (int64_t at = 0; at < count; at++)
        if (least[at] <= limit) {
            slots[kept] = slots[at];
            least[kept++] = least[at];
        }
    return kept;
}

/* 0 where there is no room for another candidate. */
static int take(Candidates *into, int64_t query, int64_t slot, double value, double error) {
    double *heap = into->worst + query * into->k;
    double least = value - error, worst = value + error;
    if (!isfinite(least) || !isfinite(worst)) {
        least = -INFINITY; /* unknown: float64 must tell */
        worst = INFINITY;
    }
    if (least > heap[0]) return 1;
    int64_t *slots = into->slots + query * into->capacity;
    double *bounds = into->least + query * into->capacity;
    if (into->found[query] == into->capacity) {
        into->found[query] = compacted(slots, bounds, into->found[query], heap[0]);
        /* Nearly full of equals: compacting for each row would take for ever. */
        if (into->found[query] > into->capacity - into->capacity / 4) return 0;
    }
    slots[into->found[query]] = slot;
    bounds[into->found[query]++] = least;
    if (worst < heap[0]) replace_worst(heap, into->k, worst);
    return 1;
}

static const double UNIT = 0x1p-24; /* u: the relative rounding error of one float32 operation */

typedef struct {
    const Rows *rows;
    const Queries *queries;
    Dot dot;
    Distance distance;
} Work;

static inline int tame(const Queries *queries, double length) {
    return length >= queries->tame_low && length <= queries->tame_high;
}

/* Score of a row, small is good, and how far it may be off; scoring.py derives the bounds. */
static void approximate(const Work *work, int64_t query, int64_t slot, double *value, double *error) {
    const Rows *rows = work->rows;
    const Queries *all = work->queries;
    const float *stats = rows->stats + slot * rows->stats_width;
    const float *vector = all->vectors + query * rows->dimension;
    const char *row = (const char *)rows->matrix + slot * rows->dimension * (rows->half ? 2 : 4);
    const float factor = rows->half ? stats[3] : 1.0f;
    *error = INFINITY;
    *value = 0;
    if (all->metric == L1) {
        *value = work->distance(row, factor, vector, rows->dimension);
        *error = all->dot_error * *value * 1.01;
        return;
    }
    const double length = stats[0], centred = stats[2], query_length = all->lengths[query];
    if (!tame(all, length)) return;
    const double product = (double)work->dot(row, vector, rows->dimension) * factor;
    if (all->metric == COSINE) {
        *value = -product / length;
        *error = all->dot_error + 4 * UNIT; /* 4 u: rounding of the stored length and of the division */
    } else if (all->metric == CORRELATION) {
        if (!tame(all, centred)) return;
        *value = -product / centred;
        *error = all->dot_error * length / centred + 4 * UNIT;
    } else {
        *value = query_length * query_length + length * length - 2 * query_length * product;
        *error = 2 * all->dot_error * query_length * length + 4 * UNIT * length * length;
    }
}

static void fetch_row(const Rows *rows, int64_t slot) {
    const int64_t bytes = rows->dimension * (rows->half ? 2 : 4);
    const char *row = (const char *)rows->matrix + slot * bytes;
    for (int64_t at = 0; at < bytes && at < 2048; at += 64) PREFETCH(row + at);
    PREFETCH((const char *)(rows->stats + slot * rows->stats_width));
}

/* Look at positions start .. stop-1 of the slots, with every query; 0 where the room for candidates did not suffice. */
EXPORT int64_t scan(const Rows *rows, const Queries *queries, Candidates *into, int64_t start, int64_t stop, int64_t form) {
    const Work work = {rows, queries, dot_of(rows, form), distance_of(rows, form)};
    for (int64_t first = start; first < stop; first += BLOCK) {
        const int64_t last = first + BLOCK < stop ? first + BLOCK : stop;
        for (int64_t query = 0; query < queries->count; query++)
            for (int64_t at = first; at < last; at++) {
                const int64_t slot = rows->among ? rows->among[at] : at;
                if (rows->among && query == 0 && at + 2 < stop) fetch_row(rows, rows->among[at + 2]);
                if (rows->live && !rows->live[slot]) continue;
                double value, error;
                approximate(&work, query, slot, &value, &error);
                if (!take(into, query, slot, value, error)) return 0;
            }
    }
    return 1;
}

/* Read some rows of a file, one after the other, into `into` [count, bytes]; 0 where the file does not give them. Rows here and
 * there in a large file come quicker so than through a mapping, where each brings its neighbours along. */
#if !defined(_WIN32)
EXPORT int64_t gather(int64_t file, const int64_t *slots, int64_t count, int64_t bytes, char *into) {
    for (int64_t at = 0; at < count; at++)
        for (int64_t done = 0; done < bytes;) {
            const ssize_t got =
                pread((int)file, into + at * bytes + done, (size_t)(bytes - done), (off_t)(slots[at] * bytes + done));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) return 0;
            done += got;
        }
    return 1;
}
#endif
