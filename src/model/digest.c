#include "model/digest.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

struct digest {
    XXH3_state_t *state; /* wants an alignment that xmalloc() does not give */
};

static void begin(struct digest *d)
{
    XXH_errorcode rc = XXH3_128bits_reset(d->state);

    assert(rc == XXH_OK);
    (void)rc;
}

struct digest *digest_new(void)
{
    struct digest *d = xmalloc(sizeof(*d));

    d->state = XXH3_createState();
    if (!d->state)
        mem_give_up();
    begin(d);
    return d;
}

void digest_free(struct digest *d)
{
    if (!d)
        return;
    XXH3_freeState(d->state);
    free(d);
}

void digest_add(struct digest *d, const void *bytes, size_t len)
{
    /* Fails for a NULL pointer alone. */
    if (len)
        (void)XXH3_128bits_update(d->state, bytes, len);
}

void digest_take(struct digest *d, char out[DIGEST_LEN + 1])
{
    static const char hex[] = "0123456789abcdef";
    XXH128_canonical_t canonical;

    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(d->state));
    for (size_t i = 0; i < sizeof(canonical.digest); i++) {
        out[2 * i] = hex[canonical.digest[i] >> 4];
        out[2 * i + 1] = hex[canonical.digest[i] & 15];
    }
    out[DIGEST_LEN] = '\0';
    begin(d);
}
