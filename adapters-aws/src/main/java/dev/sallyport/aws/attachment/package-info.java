/** The attachment ledger in a table, with its quotas, its reserve and its list of what is due. */
@NullMarked
package dev.sallyport.aws.attachment;

import org.jspecify.annotations.NullMarked;
