/**
 * The embedded object store: three versioned buckets, three key identities, lifecycle by clock. It
 * knows no HTTP; the wire protocol is the entrypoint's.
 */
@NullMarked
package dev.sallyport.inmemory.storage;

import org.jspecify.annotations.NullMarked;
