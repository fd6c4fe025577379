package dev.sallyport.domain.profile;

import dev.sallyport.domain.identity.Subject;
import java.time.Instant;

/**
 * Announces that a user's new picture has passed the doors and stands in the assets bucket, whole
 * and in every size. Announced at least once, late and in any order; everything that a subscriber
 * needs is in it.
 *
 * @param subject whose picture it is
 * @param kind which of the two
 * @param picture what it was made from and where it is
 * @param at when the last size was written, in UTC
 */
public record AvatarReady(Subject subject, PictureKind kind, Picture picture, Instant at) {}
