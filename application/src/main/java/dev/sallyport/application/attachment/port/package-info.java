/** Where attachments, their quotas and their bytes live. */
@NullMarked
package dev.sallyport.application.attachment.port;

import org.jspecify.annotations.NullMarked;
