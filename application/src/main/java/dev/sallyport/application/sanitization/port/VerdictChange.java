package dev.sallyport.application.sanitization.port;

import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.sanitization.GivenVerdict;

/**
 * A verdict that came out differently when it was given again.
 *
 * @param attachment on what
 * @param before what it was
 * @param after what it is
 */
public record VerdictChange(AttachmentId attachment, GivenVerdict before, GivenVerdict after) {}
