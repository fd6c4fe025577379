package dev.sallyport.application.attachment;

import dev.sallyport.domain.attachment.Declaration;

/**
 * One file that somebody wants to send.
 *
 * @param declaration what was said about it; none in the form of request that only counts
 * @param encrypted whether the store has to encrypt it at rest
 */
public record UploadItem(Declaration declaration, boolean encrypted) {}
