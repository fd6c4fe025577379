package dev.sallyport.lambda.settings;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.sanitization.ArchiveLimits;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.operations.settings.Quantity;
import dev.sallyport.operations.settings.TypeNames;

/** Reads what strangers may send and what passes; whatever nobody says is as the domain has it. */
final class Policies {
  private static final long MOST_COUNT = 1L << 40;

  private Policies() {}

  static UploadPolicy uploads(SettingTexts texts) {
    UploadPolicy rest = UploadPolicy.defaults();
    int most = UploadPolicy.MOST_FORMS_PER_CALL;
    int encrypted = texts.number(LambdaSetting.MAX_ENCRYPTED, 0, most, rest.maxEncrypted());
    int plain = texts.number(LambdaSetting.MAX_PLAIN, 0, most, rest.maxPlain());
    var life = texts.get(LambdaSetting.UPLOAD_LIFE, Quantity::time, rest.life());
    var bytes = texts.get(LambdaSetting.MAX_BYTES, Quantity::size, rest.maxBytes());
    Encryption encryption =
        texts.get(LambdaSetting.KMS_KEY, Encryption.Kms::new, rest.encryption());
    var window = texts.get(LambdaSetting.QUOTA_WINDOW, Quantity::time, rest.quotaWindow());
    long objects = texts.get(LambdaSetting.QUOTA_OBJECTS, Policies::count, rest.quotaObjects());
    var quota = texts.get(LambdaSetting.QUOTA_BYTES, Quantity::size, rest.quotaBytes());
    var quarantine =
        texts.get(LambdaSetting.QUARANTINE_BYTES, Quantity::size, rest.quarantineBytes());
    return texts.together(
        "upload limits",
        () ->
            new UploadPolicy(
                encrypted, plain, life, bytes, encryption, window, objects, quota, quarantine),
        rest);
  }

  static SanitizationPolicy checks(SettingTexts texts) {
    SanitizationPolicy rest = SanitizationPolicy.defaults();
    long pixels = texts.get(LambdaSetting.MAX_PIXELS, Policies::count, rest.maxPixels());
    var text = texts.get(LambdaSetting.MAX_TEXT_BYTES, Quantity::size, rest.maxTextBytes());
    var time = texts.get(LambdaSetting.CHECK_TIME, Quantity::time, rest.deadline());
    var accepted = texts.get(LambdaSetting.ACCEPT, TypeNames::parse, rest.accepted());
    ArchiveLimits archives = archives(texts, rest.archives());
    boolean redact = texts.isOn(LambdaSetting.REDACT, rest.redactText());
    boolean cleaned = texts.isOn(LambdaSetting.RETAIN_CLEANED, rest.retainCleaned());
    boolean rejected = texts.isOn(LambdaSetting.RETAIN_REJECTED, rest.retainRejected());
    var retention = texts.get(LambdaSetting.RETENTION, Quantity::time, rest.retention());
    return texts.together(
        "checks",
        () ->
            new SanitizationPolicy(
                accepted,
                pixels,
                text,
                rest.maxJsonDepth(),
                rest.maxChunkBytes(),
                archives,
                redact,
                time,
                rest.maxAttempts(),
                rest.maxWait(),
                cleaned,
                rejected,
                retention),
        rest);
  }

  private static ArchiveLimits archives(SettingTexts texts, ArchiveLimits rest) {
    int members =
        texts.number(
            LambdaSetting.ARCHIVE_MEMBERS, 1, ArchiveLimits.MOST_MEMBERS, rest.maxMembers());
    var bytes = texts.get(LambdaSetting.ARCHIVE_BYTES, Quantity::size, rest.maxBytes());
    int ratio =
        texts.number(LambdaSetting.ARCHIVE_RATIO, 1, ArchiveLimits.MOST_RATIO, rest.maxRatio());
    int depth =
        texts.number(LambdaSetting.ARCHIVE_DEPTH, 1, ArchiveLimits.MOST_DEPTH, rest.maxDepth());
    return texts.together("archives", () -> new ArchiveLimits(members, bytes, ratio, depth), rest);
  }

  private static long count(String text) {
    return Quantity.number(text, 1, MOST_COUNT);
  }
}
