/** SLA errors on DynamoDB. */
@NullMarked
package dev.sallyport.aws.sla;

import org.jspecify.annotations.NullMarked;
