/** What migrations need of a store: its shape, a ledger of runs, and a lease for one runner. */
@NullMarked
package dev.sallyport.application.migration.port;

import org.jspecify.annotations.NullMarked;
