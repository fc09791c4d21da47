/*
 * digest.h - XXH3 with 128 bits over bytes that come in pieces: for the hash
 * of an edition's content and of the sources that it was built from.
 *
 * It finds accidents, not forgery: anyone can compute it.
 */
#ifndef MODEL_DIGEST_H
#define MODEL_DIGEST_H

#include <stddef.h>

#define DIGEST_LEN 32 /* hexadecimal digits */

struct digest;

/* Of no bytes yet. Never NULL. */
struct digest *digest_new(void);
void digest_free(struct digest *d); /* accepts NULL */

void digest_add(struct digest *d, const void *bytes, size_t len);

/* Write the digest in lower-case hexadecimal, NUL-terminated, as xxhsum -H2
 * prints it, and begin anew. */
void digest_take(struct digest *d, char out[DIGEST_LEN + 1]);

#endif
