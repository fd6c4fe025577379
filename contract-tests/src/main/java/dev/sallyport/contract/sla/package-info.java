/** What every store of SLA errors keeps. */
@NullMarked
package dev.sallyport.contract.sla;

import org.jspecify.annotations.NullMarked;
