/** The attachment ledger in memory, with its quotas and its reserve. */
@NullMarked
package dev.sallyport.inmemory.attachment;

import org.jspecify.annotations.NullMarked;
