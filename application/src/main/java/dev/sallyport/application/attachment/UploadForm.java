package dev.sallyport.application.attachment;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.policy.PresignedPost;
import dev.sallyport.domain.shared.DataSize;

/**
 * A form with which one file can be sent.
 *
 * @param id the attachment it will become
 * @param encrypted whether the store has to encrypt it at rest
 * @param post where to send which fields; a secret until it expires
 * @param maxBytes most bytes that it takes
 */
public record UploadForm(
    AttachmentId id, boolean encrypted, PresignedPost post, DataSize maxBytes) {}
