/** Migrations on DynamoDB: the shape of tables, the ledger of runs and the lease. */
@NullMarked
package dev.sallyport.aws.migration;

import org.jspecify.annotations.NullMarked;
