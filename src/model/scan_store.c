#include "model/scan_store.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

int64_t scan_store_hash(const void *data, size_t len)
{
    return (int64_t)XXH3_64bits(data, len);
}
